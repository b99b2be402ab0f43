using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Campaigns.Channels.Bluesky;

/// <summary>
/// Searches Bluesky for posts with a hashtag. A post's hour is that of its record's <c>createdAt</c>, which never changes and is the same in every
/// place that shows the post; when a server took it in differs from server to server.
/// </summary>
internal sealed class BlueskySearch(BlueskyReader reader, BlueskyFollowers followers, TimeProvider clock) : ISearch
{
    private const int MostPosts = 100;

    /// <summary>Cursors are numbers or times; where a server's is longer, the search ends there, for it is kept with every window that is open.</summary>
    private const int LongestCursor = 160;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public string Channel => "bluesky";

    public bool IsConfigured => reader.IsConfigured;

    public bool TellsRecentUse => true;

    public SearchTerms Terms { get; } = new(MostPosts, LooksBack: null, IsPerFeed: false, LateBy: TimeSpan.FromMinutes(30), PricePerCall: 0, PricePerItem: 0, "USD")
    {
        // The posts, four looks at their authors' profiles, and one more where a session has run out.
        MostRequests = 6,
    };

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var (posts, page) = await AskAsync(query, cancellationToken);
        if (posts is null || page is not SearchPage.Found found)
        {
            return page;
        }

        var (items, requests, wait) = await followers.FillInAsync([.. posts.Select(post => post.Item).Where(item => query.Covers(item.CreatedAt))], cancellationToken);
        return wait is { } limited
            ? limited with { Requests = page.Requests + requests }
            : (SearchPage)(found with { Items = items, Requests = page.Requests + requests });
    }

    /// <summary>The newest page within a week: where there are more posts than it holds, what it says covers as much time as they do.</summary>
    public async Task<RecentUse?> RecentUseAsync(string hashtag, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var query = new SearchQuery(hashtag, null, now - Lately, now, null);
        if (await AskAsync(query, cancellationToken) is not (IReadOnlyList<BlueskyPost> posts, SearchPage.Found found))
        {
            return null;
        }

        var uses = posts.Select(post => post.Item).Where(item => query.Covers(item.CreatedAt) && FoundText.Uses(item.Text, hashtag)).ToList();
        var from = found is { Next: null, IsCutShort: false } ? query.From : found.ReadBackTo ?? query.From;
        uses.RemoveAll(item => item.CreatedAt < from);
        return from >= now ? null : new(uses.Count, uses.Select(item => item.AuthorId).Distinct(StringComparer.Ordinal).Count(), from, now);
    }

    public async Task<AccountIds?> IdsOfAsync(string handle, CancellationToken cancellationToken)
    {
        var reading = await reader.AskAsync("com.atproto.identity.resolveHandle", cancellationToken, ("handle", handle));
        return reading.Answer switch
        {
            { Good: true } found when FoundRules.Name(found.Text("did")) is { } did => new([did], IsComplete: true),
            { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound, TokenIsOver: false } => new([], IsComplete: true),
            _ => new([], IsComplete: false),
        };
    }

    private async Task<(IReadOnlyList<BlueskyPost>? Posts, SearchPage Page)> AskAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        // The hashtag stands in q: the parameter that is called tag changes nothing on Bluesky's own servers.
        var reading = await reader.AskAsync("app.bsky.feed.searchPosts", cancellationToken,
        [
            ("q", "#" + query.Hashtag), ("sort", "latest"), ("since", Iso(query.From)), ("until", Iso(query.To)), ("limit", MostPosts.ToString(CultureInfo.InvariantCulture)),
            .. query.Cursor is { } cursor ? [("cursor", cursor)] : Array.Empty<(string, string)>(),
        ]);
        if (BlueskyAnswers.Bad(reading, query, clock.GetUtcNow()) is { } bad)
        {
            return (null, bad with { Requests = reading.Requests });
        }

        var shown = reading.Answer!.Body.Field("posts");
        var posts = shown.Items().Select(BlueskyPost.Read).OfType<BlueskyPost>().ToList();
        return shown.ValueKind != JsonValueKind.Array || (posts.Count == 0 && shown.GetArrayLength() > 0)
            ? (null, new SearchPage.Failed($"Bluesky's server {reading.Host} answers with something else than posts.") { Requests = reading.Requests })
            : (posts, Page(query, posts, reading.Answer.Text("cursor")) with { Requests = reading.Requests });
    }

    /// <summary>Where the search stands after a page. Servers differ in what they sort by, so only a post that is old by both its times ends it.</summary>
    private static SearchPage.Found Page(SearchQuery query, List<BlueskyPost> posts, string? cursor)
    {
        var goesOn = !string.IsNullOrEmpty(cursor) && !posts.Exists(post => post.Latest < query.From);
        var stuck = goesOn && (cursor == query.Cursor || cursor!.Length > LongestCursor);
        return new([], goesOn && !stuck ? cursor : null, stuck) { ReadBackTo = posts.Count > 0 ? posts[^1].Latest : null };
    }

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
