using Campaigns.Listening.Erasures;

namespace Campaigns.Listening.Cells;

/// <summary>
/// Merges records into cells. Invocations of this process that want the same cell are gathered: the first one writes for all that wait.
/// A cell that was written here lately is not read again as long as nobody else changed it.
/// </summary>
/// <param name="cells">Where cells rest.</param>
/// <param name="cache">What this process holds of them.</param>
/// <param name="refusals">Whose mentions count without their author.</param>
/// <param name="metrics">Where it is told how many mentions are new.</param>
/// <param name="time">The clock.</param>
public sealed class CellCommitter(CellTable cells, CellCache cache, Refusals refusals, ListeningMetrics metrics, TimeProvider time)
{
    private const int MostTries = 20;

    /// <summary>No write gathers more bytes of records, so that its transaction stays below the service's 4 MiB.</summary>
    private const int MostGathered = 1024 * 1024;

    private readonly Dictionary<CellId, CellLane> lanes = [];

    /// <summary>Merges records into their cell.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="records">The records.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CellFullException">The cell can have no further page.</exception>
    public Task<CommitOutcome> CommitAsync(CellId id, Cell records, CancellationToken cancellationToken) => CommitAsync(id, CellPage.Of(records), 1, cancellationToken);

    /// <summary>Merges records into their cell.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="records">The records.</param>
    /// <param name="shards">How many shards the hour was thought to have when they were split.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CellFullException">The cell can have no further page.</exception>
    public async Task<CommitOutcome> CommitAsync(CellId id, CellPage records, int shards, CancellationToken cancellationToken)
    {
        var mine = new PendingRecords(records, shards);
        var lane = Enter(id, mine);
        try
        {
            await lane.Turn.WaitAsync(cancellationToken);
            try
            {
                while (mine.Outcome is null)
                {
                    await CommitGatheredAsync(id, lane, cancellationToken);
                }
            }
            finally
            {
                lane.Turn.Release();
            }

            return await mine.Outcome!;
        }
        finally
        {
            Leave(id, lane, mine);
        }
    }

    /// <summary>Whether a cell has records already, or newer ones of the same mentions.</summary>
    internal async Task<bool> HoldsAsync(CellId id, CellPage records, CancellationToken cancellationToken)
    {
        var (held, stored) = (cache.Of(id), await cells.ReadStateAsync(id, cancellationToken));
        var pages = await cells.LoadAsync(id, held, stored, cancellationToken);
        return CellMerge.Of(stored, pages, [(await refusals.OfAsync(id, cancellationToken)).Without(records)], PageSizes.Usual) is null;
    }

    private async Task CommitGatheredAsync(CellId id, CellLane lane, CancellationToken cancellationToken)
    {
        var pending = new List<PendingRecords>();
        Gather(lane, pending);
        var commit = MergeAsync(id, lane, pending, cancellationToken);
        await ((Task)commit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var one in pending)
        {
            one.Outcome = commit;
        }
    }

    private async Task<CommitOutcome> MergeAsync(CellId id, CellLane lane, List<PendingRecords> pending, CancellationToken cancellationToken)
    {
        var news = 0;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var held = cache.Of(id);
            await GiveWayAsync(held, cancellationToken);
            var before = held.State ?? await cells.ReadStateAsync(id, cancellationToken);
            var pages = await cells.LoadAsync(id, held, before, cancellationToken);
            // Asked for each write anew: a message may have waited since before somebody was erased.
            var refused = await refusals.OfAsync(id, cancellationToken);
            Gather(lane, pending);
            if (refused.IsClosed)
            {
                return CommitOutcome.Closed;
            }

            pending.RemoveAll(one => id.Shard == 0 && one.IsRefused(before.Shards));
            if (CellMerge.Of(before, pages, [.. pending.Select(one => refused.Without(one.Records))], PageSizes.Usual) is not { } change)
            {
                held.State = before;
                // A write whose answer was lost, or somebody else's of the same mentions: nobody can tell which.
                metrics.Merged(pending.Sum(static one => one.Records.Count), news);
                return attempt == 0 ? CommitOutcome.Unchanged : CommitOutcome.Changed;
            }

            // Forgotten until the write is known to have happened: a write that fails midway may have happened too.
            held.State = null;
            news = change.News;
            if (await cells.WriteAsync(id, before, change, cancellationToken) is { } after)
            {
                Keep(id, held, pages, before.Sealed, change, after);
                metrics.Merged(pending.Sum(static one => one.Records.Count), news);
                return CommitOutcome.Changed;
            }

            held.Contention.Lost();
        }

        return CommitOutcome.Contended;
    }

    /// <summary>Where others write the cell too, waits, and trusts nothing that was read before.</summary>
    private async Task GiveWayAsync(HeldCell held, CancellationToken cancellationToken)
    {
        if (held.Contention.IsFelt)
        {
            await Task.Delay(held.Contention.Wait(Random.Shared.NextDouble()), time, cancellationToken);
            held.State = null;
        }
    }

    private void Keep(CellId id, HeldCell held, SealedPages pages, int first, CellChange change, CellState after)
    {
        foreach (var page in change.Sealed)
        {
            pages.Add(first++, page);
        }

        held.State = after;
        held.Contention.Won();
        cache.Measure(id);
    }

    private CellLane Enter(CellId id, PendingRecords mine)
    {
        lock (lanes)
        {
            if (!lanes.TryGetValue(id, out var lane))
            {
                lanes.Add(id, lane = new CellLane());
            }

            lane.Waiting.Add(mine);
            lane.Users++;
            return lane;
        }
    }

    /// <summary>Takes those that wait, as many as one write may carry; at least one, where nothing was taken yet.</summary>
    private void Gather(CellLane lane, List<PendingRecords> pending)
    {
        lock (lanes)
        {
            var bytes = pending.Sum(one => one.Records.Bytes.Length);
            while (lane.Waiting is [var next, ..] && (pending.Count == 0 || bytes + next.Records.Bytes.Length <= MostGathered))
            {
                bytes += next.Records.Bytes.Length;
                pending.Add(next);
                lane.Waiting.RemoveAt(0);
            }
        }
    }

    private void Leave(CellId id, CellLane lane, PendingRecords mine)
    {
        lock (lanes)
        {
            lane.Waiting.Remove(mine);
            if (--lane.Users == 0)
            {
                lanes.Remove(id);
                lane.Turn.Dispose();
            }
        }
    }

    /// <summary>The invocations that want one cell.</summary>
    private sealed class CellLane
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public List<PendingRecords> Waiting { get; } = [];

        public int Users { get; set; }
    }
}
