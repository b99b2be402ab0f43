using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Tests.Listening.Search;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Planning;

/// <summary>The engine holds the credentials of every campaign's accounts.</summary>
public sealed class OwnAccountsTests(AzuriteFixture azurite)
{
    private const string One = """{ "channel": "bluesky", "account": "nhsbt.example" }""";
    private const string Another = """{ "channel": "bluesky", "account": "other.example" }""";

    [Fact]
    public async Task A_key_for_single_campaigns_keeps_their_accounts_and_adds_none()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var limited = new Caller("key:agency", [Role.Manager], ["missing-type"]);
        var everywhere = new Caller("key:office", [Role.Manager], []);

        var refused = await PutAsync(engine, limited, [One]);
        Assert.Equal(["accounts[0].account: may be added only by a caller whose key is for all campaigns: ask a manager of the engine"], refused.Faults);
        Assert.Equal(201, (await PutAsync(engine, limited, [])).Status);
        Assert.Equal(200, (await PutAsync(engine, everywhere, [One], "If-Match: *")).Status);
        Assert.Equal(200, (await PutAsync(engine, limited, [One], "If-Match: *")).Status);
        Assert.Equal(422, (await PutAsync(engine, limited, [One, Another], "If-Match: *")).Status);
        Assert.Equal(200, (await PutAsync(engine, limited, [], "If-Match: *")).Status);
    }

    private static async Task<Answer> PutAsync(TestEngine engine, Caller caller, string[] accounts, params string[] headers)
    {
        var json = SearchRig.Json($$""", "accounts": [{{string.Join(',', accounts)}}]""");
        var request = Call.Request(engine, "PUT", "/api/campaigns/missing-type", json, headers);
        request.HttpContext.Features.Set(caller);
        return await Call.AnswerAsync(request, engine.Function<PutCampaign>().Run(request, "missing-type", default));
    }
}
