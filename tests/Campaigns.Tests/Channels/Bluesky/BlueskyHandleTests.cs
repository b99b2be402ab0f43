using System.Net;
using Campaigns.Channels;

namespace Campaigns.Tests.Channels.Bluesky;

public sealed class BlueskyHandleTests
{
    private const string Resolve = "com.atproto.identity.resolveHandle";

    [Fact]
    public async Task A_handles_account_is_known_by_its_id()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Answers[Resolve] = _ => SearchStub.Json("""{ "did": "did:plc:7" }""");

        Assert.Equal(("did:plc:7", true), Told(await AskAsync(bluesky)));
        Assert.EndsWith("?handle=donor.example", bluesky.Far.Asked.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handle_that_cannot_be_resolved_is_nobodys()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Refuses(Resolve, HttpStatusCode.BadRequest, "InvalidRequest");

        Assert.Equal(("", true), Told(await AskAsync(bluesky)));
    }

    [Theory]
    [MemberData(nameof(SearchStub.Nonsense), MemberType = typeof(SearchStub))]
    public async Task Nonsense_is_no_answer(string what, Func<HttpResponseMessage?> answer)
    {
        Assert.NotEmpty(what);
        using var bluesky = new BlueskySearchStub();
        bluesky.Answers[Resolve] = _ => answer();

        Assert.Equal(("", false), Told(await AskAsync(bluesky)));
        bluesky.Refuses(Resolve, HttpStatusCode.TooManyRequests, "RateLimitExceeded");
        Assert.Equal(("", false), Told(await AskAsync(bluesky)));
    }

    private static Task<AccountIds?> AskAsync(BlueskySearchStub bluesky) => bluesky.Search.IdsOfAsync("donor.example", TestContext.Current.CancellationToken);

    private static (string Ids, bool IsComplete) Told(AccountIds? known) => (string.Join(' ', known!.Ids), known.IsComplete);
}
