using Microsoft.OData;

namespace Campaigns.Results.Feed;

/// <summary>What is asked of a set.</summary>
internal sealed record FeedQuery
{
    /// <summary>The set.</summary>
    public required FeedSet Set { get; init; }

    /// <summary>The key of the one row that is asked for; null where rows are.</summary>
    public string? Key { get; init; }

    /// <summary>Which rows are let through.</summary>
    public required Func<object?[], bool> Lets { get; init; }

    /// <summary>A box around those.</summary>
    public required FeedBounds Bounds { get; init; }

    /// <summary>The columns by which rows are ordered, before their key.</summary>
    public required IReadOnlyList<(int Column, bool Descending)> OrderBy { get; init; }

    /// <summary>The columns that are shown.</summary>
    public required IReadOnlyList<int> Select { get; init; }

    /// <summary>How many rows are wanted at most, over all pages.</summary>
    public long? Top { get; init; }

    /// <summary>How many rows are left out first.</summary>
    public long Skip { get; init; }

    /// <summary>Whether all rows are to be counted.</summary>
    public bool Count { get; init; }

    /// <summary>The key of the last row of the page before.</summary>
    public string? After { get; init; }

    /// <summary>The query as OData's library has it: what is written depends on it.</summary>
    public required ODataUri Uri { get; init; }

    /// <summary>The query's own options as they came, still encoded, by their names.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Whether rows are wanted in the order of their keys, in which they are read.</summary>
    public bool IsByKey => OrderBy is [] or [(0, false), ..];

    /// <summary>The order of rows: as asked for, and by their keys where that leaves it open.</summary>
    public int Compare(object?[] one, object?[] other)
    {
        foreach (var (column, descending) in OrderBy)
        {
            if (FeedValues.CompareNulls(one[column], other[column]) is var order and not 0)
            {
                return descending ? -order : order;
            }
        }

        return string.CompareOrdinal((string)one[0]!, (string)other[0]!);
    }
}
