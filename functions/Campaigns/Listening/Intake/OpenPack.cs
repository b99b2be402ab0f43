using Campaigns.Listening.Cells;
using Campaigns.Storage;

namespace Campaigns.Listening.Intake;

/// <summary>Records of one cell that wait to fill a message; as bytes, which take a third of the memory.</summary>
/// <param name="cell">The cell.</param>
/// <param name="shards">How many shards its hour should have.</param>
/// <param name="earliest">When its first record was taken in; those of one request are taken in at the same time.</param>
internal sealed class OpenPack(CellId cell, int shards, long earliest) : IDisposable
{
    /// <summary>The bytes around the records: version, counts, the earliest observation, the channels' names and the check sum.</summary>
    private const int Frame = 512;

    private const int AtFirst = 1024;

    private readonly PageWriter writer = new([], earliest, AtFirst);
    private int bytes = Frame;

    public int Count => writer.Count;

    /// <summary>Adds a record; false where the message is full.</summary>
    public bool TryAdd(in MentionRecord record)
    {
        var size = RecordBytes.SizeOf(record);
        if (bytes + size > MentionsMessage.LongestCell)
        {
            return false;
        }

        writer.Add(record);
        bytes += size;
        return true;
    }

    /// <summary>The message, in the trace of who hands it in; the pack takes no more.</summary>
    public MentionsMessage Close()
    {
        writer.Sort();
        return new MentionsMessage(cell with { Shard = 0 }, writer.End(1)[0], shards) { TraceParent = EngineTrace.Current };
    }

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();
}
