using System.Buffers;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Intake;

/// <summary>Records of one cell that wait to fill a message.</summary>
/// <param name="cell">The cell.</param>
internal sealed class OpenPack(CellId cell)
{
    /// <summary>The bytes around the records: version, counts, the earliest observation and the channels' names.</summary>
    private const int Frame = 512;

    private MentionRecord[] records = ArrayPool<MentionRecord>.Shared.Rent(16);

    public int Count { get; private set; }

    private int Bytes { get; set; } = Frame;

    /// <summary>Adds a record; false where the message is full.</summary>
    public bool TryAdd(in MentionRecord record)
    {
        var size = RecordBytes.SizeOf(record);
        if (Bytes + size > MentionsMessage.LongestCell)
        {
            return false;
        }

        if (Count == records.Length)
        {
            var larger = ArrayPool<MentionRecord>.Shared.Rent(Count * 2);
            records.CopyTo(larger, 0);
            ArrayPool<MentionRecord>.Shared.Return(records);
            records = larger;
        }

        records[Count++] = record;
        Bytes += size;
        return true;
    }

    /// <summary>The message; the pack takes no more.</summary>
    public MentionsMessage Close()
    {
        var message = new MentionsMessage(cell, Cell.Of(records.AsSpan(0, Count)));
        ArrayPool<MentionRecord>.Shared.Return(records);
        records = [];
        return message;
    }
}
