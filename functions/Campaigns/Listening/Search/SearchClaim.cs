using Azure.Data.Tables;

namespace Campaigns.Listening.Search;

/// <summary>A search that a tick hands to the queue.</summary>
/// <param name="Key">What is searched.</param>
/// <param name="Known">The search as it was seen; null where it is new.</param>
/// <param name="Start">From when on a new one is searched.</param>
/// <param name="Lease">The lease that its message bears.</param>
/// <param name="Until">When the lease ends.</param>
internal sealed record SearchClaim(SearchKey Key, SearchGlance? Known, long Start, string Lease, long Until)
{
    /// <summary>How long a message may wait for a worker before it is sent again.</summary>
    public const long Seconds = 5 * 60;

    /// <summary>
    /// A claim of a search that is due. One whose message still waits keeps its lease, so that a queue that is behind is worked off: the first
    /// message counts, and the later ones are dropped.
    /// </summary>
    public static SearchClaim Of(SearchKey key, SearchGlance? known, long start, long now) =>
        new(key, known, start, known is { IsQueued: true, Lease: { Length: > 0 } lease } ? lease : Stamps.New(), now + Seconds);

    /// <summary>The write that makes it ours, or fails.</summary>
    public TableTransactionAction Action(string partition) => Known is null
        ? new(TableTransactionActionType.Add, SearchEntity.Of(partition, new SearchRow
        {
            Key = Key,
            From = Start,
            LookedTo = Start,
            Lease = Lease,
            LeaseUntil = Until,
            IsQueued = true,
        }))
        : new(TableTransactionActionType.UpdateMerge, SearchEntity.Leased(partition, Known.Row, Lease, Until), Known.ETag);
}
