namespace Campaigns.Listening.Cells;

/// <summary>What became of records that were to be merged into a cell.</summary>
public enum CommitOutcome
{
    /// <summary>The cell holds them now, and did not before.</summary>
    Changed,

    /// <summary>The cell held all of them already.</summary>
    Unchanged,

    /// <summary>Other writers were quicker, time after time.</summary>
    Contended,

    /// <summary>Nothing was written: the campaign's retention is over.</summary>
    Closed,

    /// <summary>Nothing was written: the hour has another number of shards than the records were split by.</summary>
    SplitOtherwise,
}
