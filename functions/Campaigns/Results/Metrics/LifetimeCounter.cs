namespace Campaigns.Results.Metrics;

/// <summary>Platforms report totals since the beginning: such snapshots are differenced, never summed.</summary>
public static class LifetimeCounter
{
    /// <summary>What a counter gained from reading to reading.</summary>
    /// <param name="snapshots">The readings, in any order. Of two at one moment the larger counts.</param>
    /// <returns>One gain for each reading after the first that succeeded; what was there at the first is nobody's gain.</returns>
    public static IReadOnlyList<LifetimeGain> Gains(IEnumerable<LifetimeSnapshot> snapshots)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        var read = snapshots
            .Where(snapshot => snapshot.Total is not null)
            .GroupBy(snapshot => snapshot.At.UtcTicks)
            .OrderBy(moment => moment.Key)
            .Select(moment => moment.MaxBy(snapshot => snapshot.Total)!)
            .ToArray();
        return [.. read.Zip(read.Skip(1), (before, after) =>
            new LifetimeGain(before.At, after.At, after.Total >= before.Total ? after.Total - before.Total : null))];
    }
}
