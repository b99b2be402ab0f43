using System.Net;
using Campaigns.Channels;
using static Campaigns.Tests.Channels.Bluesky.BlueskySearchStub;

namespace Campaigns.Tests.Channels.Bluesky;

/// <summary>What a search makes of bad days and of bad people.</summary>
public sealed class BlueskySearchFailureTests
{
    public static TheoryData<string, Func<HttpResponseMessage?>> Nonsense => SearchStub.Nonsense;

    [Theory]
    [MemberData(nameof(Nonsense), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_is_no_answer_is_a_failure_and_never_an_empty_page(string what, Func<HttpResponseMessage?> answer)
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Answers[SearchPosts] = _ => answer();
        var failed = Assert.IsType<SearchPage.Failed>(await bluesky.AskAsync());
        Assert.True(failed is { Requests: 1, Reason.Length: > 10 }, what);
        Assert.Null(await bluesky.Search.RecentUseAsync("missingtype", default));
    }

    [Fact]
    public async Task A_cursor_too_long_to_be_kept_ends_the_search_as_cut_short()
    {
        using var bluesky = new BlueskySearchStub();
        foreach (var (length, goesOn) in new[] { (160, true), (161, false) })
        {
            bluesky.Shows(new string('+', length), BlueskySearchStub.Post(1, 5));
            var found = await bluesky.FindAsync();
            Assert.Equal((goesOn, !goesOn), (found.Next is not null, found.IsCutShort));
        }
    }

    [Theory]
    [InlineData("RateLimit-Reset", "1780646700", 300)]
    [InlineData("Retry-After", "90", 90)]
    [InlineData("X-Nothing", "", 300)]
    [InlineData("RateLimit-Reset", "1", 1)]
    public async Task Too_many_requests_is_a_time_to_come_back_at(string header, string value, int seconds)
    {
        foreach (var method in new[] { SearchPosts, Profiles, SignIn })
        {
            using var bluesky = new BlueskySearchStub();
            bluesky.Shows(null, Post(1, 5));
            bluesky.Refuses(method, HttpStatusCode.TooManyRequests, "RateLimitExceeded", (header, value));
            Assert.Equal(SearchStub.Now.AddSeconds(seconds), Assert.IsType<SearchPage.RateLimited>(await bluesky.AskAsync()).Until);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "InvalidRequest", "does not answer searches")]
    [InlineData(HttpStatusCode.NotFound, "XRPCNotSupported", "does not answer searches")]
    [InlineData(HttpStatusCode.NotImplemented, "MethodNotImplemented", "does not answer searches")]
    [InlineData(HttpStatusCode.Unauthorized, "AuthMissing", "Check the settings")]
    [InlineData(HttpStatusCode.Forbidden, "Forbidden", "without an account")]
    public async Task A_server_that_will_not_be_searched_is_refused_with_what_to_do(HttpStatusCode status, string error, string advice)
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Refuses(SearchPosts, status, error);
        Assert.Contains(advice, Assert.IsType<SearchPage.Refused>(await bluesky.AskAsync()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_server_that_shows_no_further_page_cuts_the_search_short(HttpStatusCode status)
    {
        using var bluesky = new BlueskySearchStub(("Bluesky:SearchService", "https://search.example"));
        bluesky.Refuses(SearchPosts, status, "Forbidden");
        var found = await bluesky.FindAsync("100");
        Assert.Empty(found.Items);
        Assert.Equal((null, true, null), (found.Next, found.IsCutShort, found.ReadBackTo));
    }

    [Fact]
    public async Task A_token_that_expires_between_two_pages_is_renewed()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows("100", Post(1, 5));
        var first = await bluesky.FindAsync();
        var answer = bluesky.Answers[SearchPosts];
        bluesky.Answers[SearchPosts] = request => request.Headers.Authorization?.Parameter == "renewed" ? answer(request)
            : SearchStub.Json("""{ "error": "ExpiredToken" }""", HttpStatusCode.BadRequest);
        var second = await bluesky.FindAsync(first.Next + "x");
        Assert.Equal([SignIn, SearchPosts, Profiles, SearchPosts, Renew, SearchPosts, Profiles], bluesky.Called);
        Assert.Equal(3, second.Requests);
    }

    [Fact]
    public async Task A_bad_app_password_is_refused_and_not_tried_again_at_once()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Refuses(SignIn, HttpStatusCode.Unauthorized, "AuthenticationRequired");
        Assert.Contains("Make a new app password", Assert.IsType<SearchPage.Refused>(await bluesky.AskAsync()).Reason, StringComparison.Ordinal);
        Assert.Contains("Make a new app password", Assert.IsType<SearchPage.Refused>(await bluesky.AskAsync()).Reason, StringComparison.Ordinal);
        Assert.Equal([SignIn], bluesky.Called);

        bluesky.Far.Clock.Advance(TimeSpan.FromMinutes(16));
        await bluesky.AskAsync();
        Assert.Equal([SignIn, SignIn], bluesky.Called);
    }

    [Fact]
    public async Task Where_one_account_is_refused_another_searches()
    {
        using var bluesky = new BlueskySearchStub([.. Account(0, "one.example"), .. Account(1, "two.example")[..2]]);
        bluesky.Answers[SignIn] = request => request.Content!.ReadAsStringAsync().Result.Contains("one.example", StringComparison.Ordinal)
            ? SearchStub.Json("""{ "error": "AuthenticationRequired" }""", HttpStatusCode.Unauthorized)
            : SearchStub.Json("""{ "did": "did:plc:b", "accessJwt": "access", "refreshJwt": "refresh" }""");
        bluesky.Shows(null, Post(1, 5));
        Assert.Single((await bluesky.FindAsync()).Items);
    }

    [Fact]
    public async Task Without_an_account_there_is_no_search()
    {
        using var bluesky = new BlueskySearchStub(("Bluesky:TimeoutSeconds", "1"));
        Assert.False(bluesky.Search.IsConfigured);
        Assert.Equal(0, Assert.IsType<SearchPage.Refused>(await bluesky.AskAsync()).Requests);
    }

    [Fact]
    public async Task A_host_that_stops_is_obeyed()
    {
        using var bluesky = new BlueskySearchStub();
        using var stop = new CancellationTokenSource();
        bluesky.Answers[SearchPosts] = _ =>
        {
            stop.Cancel();
            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bluesky.Search.SearchAsync(SearchStub.Query(), stop.Token));
    }

    [Fact]
    public async Task Figures_that_cannot_be_are_unknown()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows(null, Post(1, 1, change: post => (post["likeCount"], post["repostCount"], post["replyCount"]) = (-1, 1e300, "7")), Post(2, 2), Post(3, 3));
        bluesky.Answers[Profiles] = static _ => SearchStub.Json(
            """{ "profiles": [ { "did": "did:plc:1", "followersCount": -1 }, { "did": "did:plc:2", "followersCount": 1000000000000 }, { "did": "did:plc:3", "followersCount": 3 }, 4 ] }""");
        var items = (await bluesky.FindAsync()).Items;
        Assert.Equal([null, null, 3], items.Select(item => item.Followers));
        Assert.Equal((null, null, null), (items[0].Likes, items[0].Shares, items[0].Comments));
    }

    [Theory]
    [InlineData("\"2099-01-01T00:00:00Z\"")]
    [InlineData("\"1970-01-01T00:00:00Z\"")]
    [InlineData("\"5/6/2026\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("1780646400")]
    public async Task A_post_whose_time_is_not_in_the_window_or_not_a_time_is_left_out(string createdAt)
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows("100", Post(1, 5), Post(2, 6, change: post => post["record"]!["createdAt"] = System.Text.Json.Nodes.JsonNode.Parse(createdAt)));
        var found = await bluesky.FindAsync();
        Assert.Single(found.Items);
        Assert.Equal("100", found.Next);
    }

    [Fact]
    public async Task Half_a_character_spoils_one_post_and_no_other()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Answers[SearchPosts] = _ => SearchStub.Json($$"""{ "posts": [ {{Post(1, 5).ToJsonString()}}, {{Post(2, 6, "half").ToJsonString().Replace("half", "\\ud83d", StringComparison.Ordinal)}} ] }""");
        Assert.Single((await bluesky.FindAsync()).Items);
    }
}
