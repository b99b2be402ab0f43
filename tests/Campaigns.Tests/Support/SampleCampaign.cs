using Campaigns.Planning;

namespace Campaigns.Tests.Support;

/// <summary>A campaign to begin a test with.</summary>
public static class SampleCampaign
{
    public const string Json = """
        { "name": "Missing Type", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London",
          "hashtags": ["#MissingType", "#NationalBloodWeek"],
          "plan": { "tell": "Give blood", "hear": "Why not", "act": "Open more sessions" },
          "accounts": [{ "channel": "bluesky", "account": "nhsbt.example" }, { "channel": "facebookgroup", "account": "Blood donors" }] }
        """;

    /// <summary>Puts a campaign through the function that HTTP callers reach.</summary>
    public static async Task<Campaign> PutAsync(TestEngine engine, string id = "missing-type", string json = Json)
    {
        var request = Call.Request(engine, "PUT", $"/api/campaigns/{id}", json);
        var answer = await Call.AnswerAsync(request, engine.Function<PutCampaign>().Run(request, id, default));
        Assert.True(answer.Status == 201, answer.Text);
        Assert.True(CampaignId.TryParse(id, out var campaignId));
        return (await engine.Get<CampaignTable>().FindAsync(campaignId, default))!;
    }
}
