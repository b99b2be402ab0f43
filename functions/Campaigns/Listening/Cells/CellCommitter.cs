using Microsoft.Extensions.Caching.Memory;

namespace Campaigns.Listening.Cells;

/// <summary>
/// Merges records into cells. Invocations of this process that want the same cell are gathered: the first one writes for all that wait.
/// A cell that was written here lately is not read again as long as nobody else changed it.
/// </summary>
/// <param name="cells">Where cells rest.</param>
/// <param name="time">The clock.</param>
public sealed class CellCommitter(CellTable cells, TimeProvider time) : IDisposable
{
    private const int MostTries = 20;

    /// <summary>How many records the kept cells may have together: about 6 MB.</summary>
    private const int MostKept = 50_000;

    private readonly Dictionary<CellId, CellLane> lanes = [];
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept, CompactionPercentage = 0.3 });

    /// <summary>Merges records into their cell.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="records">The records.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CellFullException">The cell cannot take them.</exception>
    public async Task<CommitOutcome> CommitAsync(CellId id, Cell records, CancellationToken cancellationToken)
    {
        var mine = new PendingRecords(records);
        var lane = Enter(id, mine);
        try
        {
            await lane.Turn.WaitAsync(cancellationToken);
            try
            {
                if (mine.Outcome is null)
                {
                    await CommitAllAsync(id, Take(lane), cancellationToken);
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

    /// <inheritdoc />
    public void Dispose() => kept.Dispose();

    private async Task CommitAllAsync(CellId id, PendingRecords[] pending, CancellationToken cancellationToken)
    {
        var commit = MergeAsync(id, pending, cancellationToken);
        await ((Task)commit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (pending.Length > 1 && commit.Exception?.InnerException is CellFullException)
        {
            // Together they are too much for the cell; some of them may still fit.
            foreach (var one in pending)
            {
                await CommitAllAsync(id, [one], cancellationToken);
            }

            return;
        }

        foreach (var one in pending)
        {
            one.Outcome = commit;
        }
    }

    private async Task<CommitOutcome> MergeAsync(CellId id, PendingRecords[] pending, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var before = kept.Get<StoredCell>(id) ?? await cells.ReadAsync(id, cancellationToken);
            var merged = pending.Aggregate(before.Cell, (cell, one) => cell.Merge(one.Records));
            if (ReferenceEquals(merged, before.Cell))
            {
                return CommitOutcome.Unchanged;
            }

            // Forgotten until the write is known to have happened: a write that fails midway may have happened too.
            kept.Remove(id);
            if (await cells.WriteAsync(id, before, merged, cancellationToken) is { } after)
            {
                kept.Set(id, after, new MemoryCacheEntryOptions { Size = merged.Count + 16 });
                return CommitOutcome.Changed;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 << Math.Min(attempt, 5))), time, cancellationToken);
        }

        return CommitOutcome.Contended;
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

    private PendingRecords[] Take(CellLane lane)
    {
        lock (lanes)
        {
            var taken = lane.Waiting.ToArray();
            lane.Waiting.Clear();
            return taken;
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

    private sealed class PendingRecords(Cell records)
    {
        public Cell Records => records;

        public Task<CommitOutcome>? Outcome { get; set; }
    }
}
