namespace Campaigns.Listening.Cells;

/// <summary>Records that wait to be merged into their cell.</summary>
/// <param name="records">The records.</param>
/// <param name="shards">How many shards the hour was thought to have when they were split.</param>
internal sealed class PendingRecords(CellPage records, int shards)
{
    public CellPage Records => records;

    public Task<CommitOutcome>? Outcome { get; set; }

    /// <summary>Whether they were split for another number of shards; then that is their outcome.</summary>
    public bool IsRefused(int stored)
    {
        var isRefused = shards != stored;
        Outcome = isRefused ? Task.FromResult(CommitOutcome.SplitOtherwise) : Outcome;
        return isRefused;
    }
}
