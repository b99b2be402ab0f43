using Campaigns.Results;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Feed;
using Campaigns.Tests.Results.Report;
using Campaigns.Tests.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Comparison;

/// <summary>Days of two campaigns that stand beside each other are told, or the whole answer waits: they are never left out without a word.</summary>
public sealed class ComparisonMomentTests(AzuriteFixture azurite)
{
    private const string Long = """
        { "name": "Missing Type", "start": "2015-06-05", "end": "2015-12-05", "timeZone": "Europe/London", "hashtags": ["#MissingType"], "suppressBelow": 0,
          "objectives": [{ "metric": "uses", "layer": "output", "target": 10 }], MORE "plan": { "tell": "t", "hear": "h", "act": "a" } }
        """;

    [Theory]
    [InlineData(2015)]
    [InlineData(2014)]
    public async Task While_a_roll_up_of_either_campaign_is_under_way_the_answer_waits_and_leaves_nothing_out(int year)
    {
        var clock = TestClock.At("2015-09-25T09:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, "last-year", Json("").Replace("2015-", "2014-", StringComparison.Ordinal));
        await SampleCampaign.PutAsync(engine, json: Json("\"compareWith\": \"last-year\","));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join([TornRollUps.EachDay("a", year: 2014), TornRollUps.EachDay("a")]));
        var feed = await FeedClient.StartAsync(engine);
        await TornRollUps.CountAsync(engine, clock, TornRollUps.EachDay("b", year: year));
        await TornRollUps.BreakOffAsync(azurite, engine, clock);

        var results = await GetAsync(engine);
        var report = await Reporting.GetAsync(engine);
        var (figures, objectives) = (await feed.GetAsync("/api/odata/Figures"), await feed.GetAsync("/api/odata/ObjectiveStatus"));
        await ListeningRun.SweepAsync(engine);
        var after = await GetAsync(engine);

        Assert.All([results, report], answer => Assert.Equal((503, "5"), (answer.Status, answer.Headers.RetryAfter.ToString())));
        Assert.All([figures, objectives], reply => Assert.Equal((503, "5"), (reply.Status, reply.GetHeader("Retry-After"))));
        Assert.Equal(200, after.Status);
        var (now, then) = year == 2015 ? (120, 60) : (60, 120);
        Assert.StartsWith($$"""{"now":{{now}},"then":{{then}},""", after.Json.GetProperty("comparison").GetProperty("soFar").GetProperty("values").GetProperty("mentions").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("/comparison/soFar/values/mentions/now", (await feed.AllAsync("/api/odata/Figures?$filter=campaignKey eq 'missing-type'")).Select(row => row["path"]));
    }

    private static Task<Answer> GetAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type/results");
        return Call.AnswerAsync(request, engine.Function<GetResults>().Run(request, "missing-type", default));
    }

    private static string Json(string more) => Long.Replace("MORE", more, StringComparison.Ordinal);
}
