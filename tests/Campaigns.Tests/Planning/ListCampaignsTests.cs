using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Planning;

public sealed class ListCampaignsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Pages_follow_each_other_and_archived_campaigns_are_left_out()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            await SampleCampaign.PutAsync(engine, id);
        }

        var archive = Call.Request(engine, "DELETE", "/api/campaigns/b");
        Assert.Equal(204, (await Call.AnswerAsync(archive, engine.Function<DeleteCampaign>().Run(archive, "b", default))).Status);

        var first = await List(engine, "?limit=2");
        Assert.Equal(["a", "c"], Ids(first));
        var second = await List(engine, $"?limit=2&after={first.Json.GetProperty("next").GetString()}");
        Assert.Equal(["d"], Ids(second));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, second.Json.GetProperty("next").ValueKind);
        Assert.Equal(["a", "b", "c", "d"], Ids(await List(engine, "?archived=true")));
        Assert.Equal(422, (await List(engine, "?limit=1001")).Status);
    }

    private static string[] Ids(Answer answer) => [.. answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private static async Task<Answer> List(TestEngine engine, string query)
    {
        var request = Call.Request(engine, "GET", "/api/campaigns" + query);
        return await Call.AnswerAsync(request, engine.Function<ListCampaigns>().Run(request, default));
    }
}
