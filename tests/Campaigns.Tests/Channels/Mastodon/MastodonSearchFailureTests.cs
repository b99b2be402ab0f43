using System.Net;
using Campaigns.Channels;
using static Campaigns.Tests.Channels.Mastodon.MastodonStub;

namespace Campaigns.Tests.Channels.Mastodon;

/// <summary>What a search makes of bad days and of bad people.</summary>
public sealed class MastodonSearchFailureTests
{
    public static TheoryData<string, Func<HttpResponseMessage?>> Nonsense => SearchStub.Nonsense;

    [Theory]
    [MemberData(nameof(Nonsense), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_is_no_answer_is_a_failure_and_never_an_empty_page(string what, Func<HttpResponseMessage?> answer)
    {
        using var mastodon = new MastodonStub();
        mastodon.Far.Answer = _ => answer();
        var failed = Assert.IsType<SearchPage.Failed>(await mastodon.AskAsync());
        Assert.True(failed is { Requests: 1, Reason.Length: > 10 }, what);
        Assert.Null(await mastodon.Search.RecentUseAsync("missingtype", default));
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", "2026-06-05T08:05:00.500000Z", 300.5)]
    [InlineData("Retry-After", "90", 90)]
    [InlineData("X-Nothing", "", 300)]
    [InlineData("X-RateLimit-Reset", "soon", 300)]
    [InlineData("X-RateLimit-Reset", "2020-01-01T00:00:00Z", 1)]
    [InlineData("X-RateLimit-Reset", "2099-01-01T00:00:00Z", 86400)]
    public async Task Too_many_requests_is_a_time_to_come_back_at(string header, string value, double seconds)
    {
        using var mastodon = new MastodonStub();
        foreach (var body in new[] { """{ "error": "Too many requests" }""", "<html>429</html>" })
        {
            mastodon.Far.Answer = _ => SearchStub.Json(body, HttpStatusCode.TooManyRequests, (header, value));
            Assert.Equal(SearchStub.Now.AddSeconds(seconds), Assert.IsType<SearchPage.RateLimited>(await mastodon.AskAsync()).Until);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "access token")]
    [InlineData(HttpStatusCode.Forbidden, "access token")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "access token")]
    [InlineData(HttpStatusCode.NotFound, "as a Mastodon server")]
    [InlineData(HttpStatusCode.Gone, "as a Mastodon server")]
    [InlineData(HttpStatusCode.MovedPermanently, "own address")]
    public async Task A_server_that_will_not_be_searched_is_refused_with_what_to_do(HttpStatusCode status, string advice)
    {
        using var mastodon = new MastodonStub();
        mastodon.Far.Answer = _ => SearchStub.Json("""{ "error": "No." }""", status);
        Assert.Contains(advice, Assert.IsType<SearchPage.Refused>(await mastodon.AskAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_the_engine_is_not_set_up_to_ask_is_not_asked()
    {
        using var mastodon = new MastodonStub();
        Assert.Equal(0, Assert.IsType<SearchPage.Refused>(await mastodon.AskAsync(instance: new("https://internal.example"))).Requests);
        Assert.IsType<SearchPage.Refused>(await mastodon.Search.SearchAsync(SearchStub.Query(), default));
        Assert.Empty(mastodon.Far.Asked);

        using var none = new MastodonStub(("Mastodon:TimeoutSeconds", "1"));
        Assert.False(none.Search.IsConfigured);
        Assert.Empty(none.Search.Places!);
        Assert.Null(await none.Search.RecentUseAsync("missingtype", default));
    }

    [Fact]
    public async Task A_token_is_sent_to_its_own_server_and_a_reference_that_did_not_resolve_to_none()
    {
        using var mastodon = new MastodonStub(("Mastodon:Instances:0:Url", "https://one.example"), ("Mastodon:Instances:0:AccessToken", "secret"));
        string? sent = null;
        mastodon.Far.Answer = request =>
        {
            sent = request.Headers.Authorization?.ToString();
            return SearchStub.Json("[]");
        };
        Assert.Empty((await mastodon.FindAsync()).Items);
        Assert.Equal("Bearer secret", sent);

        using var unresolved = new MastodonStub(("Mastodon:Instances:0:Url", "https://one.example"), ("Mastodon:Instances:0:AccessToken", "@Microsoft.KeyVault(SecretUri=https://v.example/s)"));
        Assert.Contains("Key Vault", Assert.IsType<SearchPage.Refused>(await unresolved.AskAsync()).Reason, StringComparison.Ordinal);
        Assert.Empty(unresolved.Far.Asked);
    }

    [Fact]
    public async Task A_host_that_stops_is_obeyed()
    {
        using var mastodon = new MastodonStub();
        using var stop = new CancellationTokenSource();
        mastodon.Far.Answer = _ =>
        {
            stop.Cancel();
            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => mastodon.Search.SearchAsync(SearchStub.Query(feed: One), stop.Token));
    }

    [Fact]
    public async Task Figures_that_cannot_be_are_unknown()
    {
        using var mastodon = new MastodonStub();
        mastodon.Shows(null, Status(1, 1, change: status => (status["account"]!["followers_count"], status["favourites_count"], status["reblogs_count"]) = (-1, "many", 1_000_000_000_001)));
        var item = Assert.Single((await mastodon.FindAsync()).Items);
        Assert.Equal((null, null, null, 1L), (item.Followers, item.Likes, item.Shares, item.Comments));
    }

    [Theory]
    [InlineData("created_at", "\"2099-01-01T00:00:00.000Z\"")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("created_at", "null")]
    [InlineData("uri", "null")]
    [InlineData("content", "\"\\ud83d\"")]
    public async Task A_status_that_cannot_be_counted_spoils_no_other(string name, string value)
    {
        using var mastodon = new MastodonStub();
        mastodon.Far.Answer = _ => SearchStub.Json(
            $"[ {Status(1, 5).ToJsonString()}, {Status(2, 6, change: status => status[name] = "%").ToJsonString().Replace("\"%\"", value, StringComparison.Ordinal)} ]");
        Assert.Single((await mastodon.FindAsync()).Items);
    }

    [Fact]
    public async Task An_address_longer_than_an_id_may_be_stands_as_its_digest()
    {
        using var mastodon = new MastodonStub();
        mastodon.Shows(null, Status(1, 5, change: status => status["uri"] = "https://one.example/" + new string('x', 300)));
        Assert.StartsWith("sha256-", Assert.Single((await mastodon.FindAsync()).Items).Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://one.example")]
    [InlineData("https://user@one.example")]
    [InlineData("one.example")]
    public void Settings_name_servers_by_their_https_address(string url)
    {
        var instance = new Campaigns.Channels.Mastodon.MastodonInstance { Url = new Uri(url, UriKind.RelativeOrAbsolute) };
        Assert.Single(instance.Validate(new(instance)));
    }
}
