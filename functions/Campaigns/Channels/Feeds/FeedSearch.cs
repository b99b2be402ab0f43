using Campaigns.Http.Outside;

namespace Campaigns.Channels.Feeds;

/// <summary>
/// Reads the feeds of blogs that a campaign names. A feed shows its newest items and no others, so what it has dropped is lost and said so. An item's
/// hour is that of its publication. One that says only when it was last changed is not counted: each change would count it anew in another hour.
/// </summary>
internal sealed class FeedSearch(FeedSource source) : ISearch
{
    // Before there were feeds, a date says nothing about where a feed ends.
    private static readonly DateTimeOffset FirstFeed = new(1999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Channel => "blog";

    public bool IsConfigured => true;

    public SearchTerms Terms { get; } = new(PageSize: 100, LooksBack: null, IsPerFeed: true, LateBy: TimeSpan.FromHours(6), PricePerCall: 0, PricePerItem: 0, "USD") { MostRequests = 1 + OutsideAnswer.MostRedirects };

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.Feed is not { IsAbsoluteUri: true } feed || Address(feed, query.Cursor) is not { } address)
        {
            return new SearchPage.Refused("There is no feed to read: name it in the campaign's listening plan.") { Requests = 0 };
        }

        var answer = await source.FetchAsync(address, cancellationToken);
        return answer switch
        {
            { Feed: { } found } when found.Items.Count == 0 && found.Undated > 0 =>
                new SearchPage.Refused($"None of the items in the feed at {feed.Host} says when it was published.") { Requests = answer.Requests },
            { Feed: { } found } => Page(query, address, found) with { Requests = answer.Requests },
            _ => answer.Bad! with { Requests = answer.Requests },
        };
    }

    private static SearchPage.Found Page(SearchQuery query, Uri address, Feed feed)
    {
        var last = feed.Items.LastOrDefault(item => item.CreatedAt >= FirstFeed);
        var more = last is not null && last.CreatedAt >= query.From;
        var next = more && feed.Next is { } further && further != address && Address(query.Feed!, further.AbsoluteUri) is not null ? further.AbsoluteUri : null;

        // One that was changed since the window's start may have been published in it, until that change.
        var undated = feed.LastUndated >= query.From ? feed.LastUndated : null;
        return new([.. feed.Items.Where(item => query.Covers(item.CreatedAt))], next, IsCutShort: undated is not null || (more && next is null))
        {
            ReadBackTo = undated > last?.CreatedAt ? undated : last?.CreatedAt,
        };
    }

    /// <summary>Where to read: the feed, or a page of it, which its own server has.</summary>
    private static Uri? Address(Uri feed, string? cursor) => cursor is null ? feed
        : Uri.TryCreate(cursor, UriKind.Absolute, out var page) && page.Scheme == feed.Scheme && page.Authority == feed.Authority ? page
        : null;
}
