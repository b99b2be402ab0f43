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
        return (await engine.Get<CampaignTable>().FindAsync(id, default))!;
    }

    /// <summary>Asks for a campaign to be put, as a caller does.</summary>
    public static async Task<Answer> AskAsync(TestEngine engine, string json = Json, params string[] headers)
    {
        var request = Call.Request(engine, "PUT", "/api/campaigns/missing-type", json, headers);
        return await Call.AnswerAsync(request, engine.Function<PutCampaign>().Run(request, "missing-type", default));
    }

    /// <summary>Puts a campaign over what it was.</summary>
    public static async Task ChangeAsync(TestEngine engine, string json)
    {
        var answer = await AskAsync(engine, json, "If-Match: *");
        Assert.True(answer.Status == 200, answer.Text);
    }

    /// <summary>Reads the campaign as a caller does.</summary>
    public static async Task<Answer> GetAsync(TestEngine engine, params string[] headers)
    {
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type", null, headers);
        return await Call.AnswerAsync(request, engine.Function<GetCampaign>().Run(request, "missing-type", default));
    }
}
