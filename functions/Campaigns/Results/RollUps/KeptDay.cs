namespace Campaigns.Results.RollUps;

/// <summary>What a process keeps of a local day that it folded.</summary>
internal sealed class KeptDay
{
    /// <summary>Its cells, in the order of hours and shards.</summary>
    public SortedList<(long Hour, int Shard), KeptCell> Cells { get; } = [];

    /// <summary>Its distinct authors; null where they were let go to save memory.</summary>
    public DayAuthors? Authors { get; set; }

    /// <summary>What its authors came to.</summary>
    public AuthorTotals People { get; set; } = new(0, 0, 0, default);

    /// <summary>The digest of its row; null until it is worked out anew.</summary>
    public string? Digest { get; set; }

    /// <summary>The digest of the row of its hours; null until it is worked out anew.</summary>
    public string? HoursDigest { get; set; }
}
