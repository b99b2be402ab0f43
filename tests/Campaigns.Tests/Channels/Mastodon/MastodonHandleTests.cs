using System.Net;
using Campaigns.Channels;

namespace Campaigns.Tests.Channels.Mastodon;

public sealed class MastodonHandleTests
{
    [Fact]
    public async Task A_handles_account_is_known_by_its_addresses_on_every_server_that_is_searched()
    {
        using var mastodon = new MastodonStub();
        mastodon.Far.Answer = request => request.RequestUri!.Host == "one.example"
            ? SearchStub.Json("""{ "id": "1", "acct": "ann@social.example", "url": "https://web.social.example/@Ann", "uri": "https://web.social.example/users/Ann" }""")
            : SearchStub.Json("""{ "error": "Record not found" }""", HttpStatusCode.NotFound);

        var known = await AskAsync(mastodon);

        Assert.Equal(["https://web.social.example/@Ann", "https://web.social.example/users/Ann", "https://social.example/@ann"], known!.Ids);
        Assert.True(known.IsComplete);
        Assert.All(mastodon.Far.Asked, asked => Assert.Equal("/api/v1/accounts/lookup?acct=ann%40social.example", asked));
    }

    [Fact]
    public async Task The_id_is_the_one_that_a_status_by_the_account_comes_with()
    {
        using var mastodon = new MastodonStub();
        mastodon.Shows(null, MastodonStub.Status(1, 5));
        var author = Assert.Single((await mastodon.FindAsync()).Items).AuthorId!;
        mastodon.Far.Answer = _ => SearchStub.Json("""{ "acct": "ann", "url": "https://one.example/@ann" }""");

        Assert.Contains(author, (await AskAsync(mastodon, "ann@one.example"))!.Ids);
    }

    [Theory]
    [MemberData(nameof(SearchStub.Nonsense), MemberType = typeof(SearchStub))]
    public async Task Nonsense_of_one_server_gives_no_id_and_spoils_no_others(string what, Func<HttpResponseMessage?> answer)
    {
        Assert.NotEmpty(what);
        using var mastodon = new MastodonStub();
        mastodon.Far.Answer = request => request.RequestUri!.Host == "one.example" ? SearchStub.Json("""{ "url": "https://social.example/users/1" }""") : answer();

        var known = await AskAsync(mastodon);

        Assert.Equal(["https://social.example/users/1", "https://social.example/@ann"], known!.Ids);
        Assert.False(known.IsComplete);
    }

    [Fact]
    public async Task A_server_that_refuses_a_token_for_statuses_is_asked_as_a_stranger()
    {
        using var mastodon = new MastodonStub(("Mastodon:Instances:0:Url", MastodonStub.One.AbsoluteUri), ("Mastodon:Instances:0:AccessToken", "only-statuses"));
        mastodon.Far.Answer = request => request.Headers.Authorization is null
            ? SearchStub.Json("""{ "url": "https://one.example/@ann" }""")
            : SearchStub.Json("""{ "error": "This action is outside the authorized scopes" }""", HttpStatusCode.Forbidden);

        Assert.True(await AskAsync(mastodon, "ann@one.example") is { IsComplete: true, Ids: ["https://one.example/@ann"] });
        mastodon.Far.Answer = _ => SearchStub.Json("""{ "error": "This API requires an authenticated user" }""", HttpStatusCode.Unauthorized);
        Assert.False((await AskAsync(mastodon, "ann@one.example"))!.IsComplete);
    }

    [Fact]
    public async Task A_name_without_its_server_is_anybodys()
    {
        using var mastodon = new MastodonStub();

        Assert.Null(await AskAsync(mastodon, "ann"));
        Assert.Empty(mastodon.Far.Asked);
    }

    private static Task<AccountIds?> AskAsync(MastodonStub mastodon, string handle = "ann@social.example") =>
        mastodon.Search.IdsOfAsync(handle, TestContext.Current.CancellationToken);
}
