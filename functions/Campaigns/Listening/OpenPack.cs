namespace Campaigns.Listening;

/// <summary>Records of one cell that wait to fill a message.</summary>
/// <param name="cell">The cell.</param>
internal sealed class OpenPack(CellId cell)
{
    /// <summary>The bytes around the records: version, counts, the earliest observation and the channels' names.</summary>
    private const int Frame = 512;

    private MentionRecord[] records = new MentionRecord[4];

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
            Array.Resize(ref records, Count * 2);
        }

        records[Count++] = record;
        Bytes += size;
        return true;
    }

    public MentionsMessage Close() => new(cell, Cell.Of(records.AsSpan(0, Count)));
}
