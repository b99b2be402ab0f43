namespace Campaigns.Channels;

/// <summary>What a channel's search allows, and what it costs.</summary>
/// <param name="PageSize">The most items that one page holds.</param>
/// <param name="LooksBack">How far back it finds anything; null where it does not say.</param>
/// <param name="IsPerFeed">Whether a query asks one place: a feed of the campaign's, or one of <see cref="ISearch.Places"/>.</param>
/// <param name="LateBy">How long after it was made an item may first be found: by so much a search looks back over what was searched before.</param>
/// <param name="PricePerCall">The price of one request.</param>
/// <param name="PricePerItem">The price of one item that is found.</param>
/// <param name="Currency">What prices are in, such as <c>USD</c>.</param>
public sealed record SearchTerms(
    int PageSize, TimeSpan? LooksBack, bool IsPerFeed, TimeSpan LateBy, decimal PricePerCall, decimal PricePerItem, string Currency)
{
    /// <summary>The most requests that one page takes: so many must be left in a campaign's budget before it is asked for.</summary>
    public int MostRequests { get; init; } = 1;
}
