using Azure.Storage.Queues;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Intake;

/// <summary>
/// Packs the records of one request into messages of one cell each and sends them, a few at a time. What waits is bounded: past
/// <see cref="MostWaiting"/> records the fullest pack goes as it is.
/// </summary>
/// <param name="queue">The mentions queue.</param>
internal sealed class MentionPacker(QueueClient queue)
{
    private const int MostWaiting = 40_000;
    private const int MostSending = 8;

    private readonly Dictionary<CellId, OpenPack> open = [];
    private readonly Queue<OpenPack> full = [];
    private readonly OutgoingMessages outgoing = new(queue, MostSending);
    private int waiting;

    /// <summary>Takes a record; nothing is sent before <see cref="SendAsync"/>.</summary>
    /// <param name="cell">Its cell.</param>
    /// <param name="shards">How many shards the cell's hour should have.</param>
    /// <param name="record">The record.</param>
    public void Add(CellId cell, int shards, in MentionRecord record)
    {
        if (!open.TryGetValue(cell, out var pack))
        {
            open.Add(cell, pack = new OpenPack(cell, shards, record.ObservedAt));
        }

        if (!pack.TryAdd(record))
        {
            Close(pack);
            open[cell] = pack = new OpenPack(cell, shards, record.ObservedAt);
            pack.TryAdd(record);
        }

        if (++waiting > MostWaiting)
        {
            MakeRoom();
        }
    }

    /// <summary>Sends the full packs; waits only while too many are under way.</summary>
    /// <exception cref="Azure.RequestFailedException">The queue refused one.</exception>
    public async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        while (full.TryDequeue(out var pack))
        {
            await outgoing.MakeRoomAsync();
            using (pack)
            {
                // A message waits as long as it must: the service's own seven days would lose what an outage held up.
                outgoing.Send(pack.Close().Write(), TimeSpan.FromSeconds(-1), cancellationToken);
            }
        }
    }

    /// <summary>Sends everything and waits until the queue has it.</summary>
    /// <exception cref="Azure.RequestFailedException">The queue refused one.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var pack in open.Values)
        {
            Close(pack);
        }

        open.Clear();
        await SendAsync(cancellationToken);
        await outgoing.WhenAllAsync();
    }

    /// <summary>Waits until no send is under way, however each ends: what an answer says of them must be so when it goes out.</summary>
    public Task SettleAsync() => outgoing.SettleAsync();

    private void MakeRoom()
    {
        var (cell, pack) = open.MaxBy(one => one.Value.Count);
        open.Remove(cell);
        Close(pack);
    }

    private void Close(OpenPack pack)
    {
        waiting -= pack.Count;
        full.Enqueue(pack);
    }
}
