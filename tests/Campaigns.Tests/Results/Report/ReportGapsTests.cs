using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Report;

/// <summary>What is not known is said, with its status, and stands nowhere as a number.</summary>
public sealed class ReportGapsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Before_anything_was_counted_it_tells_the_plan_and_that_every_figure_is_still_to_come()
    {
        await using var engine = await StartAsync();

        var report = await JsonAsync(engine);
        var page = await Reporting.PageAsync(engine);

        Assert.Equal((JsonValueKind.Null, 0, 0), (report.GetProperty("asOf").ValueKind, report.GetProperty("story").GetArrayLength(), report.GetProperty("timeline").GetProperty("rows").GetArrayLength()));
        Assert.Equal(["not_yet"], Gaps(report).Select(gap => gap.Status).Distinct());
        Assert.Contains(("Uses of the hashtags", "not_yet"), Gaps(report));
        Assert.Contains(("How the campaign's own posts did", "not_yet"), Gaps(report));
        Assert.Contains("Nothing was counted yet.", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("svg"));
        Assert.Equal("Give blood", page.QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public async Task What_no_mention_tells_is_not_offered_and_never_zero()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "a", likes: 0), Line.Of("2", author: "b"), Line.Of("3")));

        var report = await JsonAsync(engine);

        Assert.Equal(
            [("Potential reach", "not_offered"), ("Potential impressions", "not_offered"), ("Shares of mentions", "not_offered"), ("Comments on mentions", "not_offered"), ("Views of mentions", "not_offered")],
            Gaps(report).Where(gap => gap.Status == "not_offered"));
        var story = string.Join('\n', report.GetProperty("story").EnumerateArray().Select(sentence => sentence.GetProperty("text").GetString()));
        Assert.Contains("0 likes of these mentions.", story, StringComparison.Ordinal);
        Assert.DoesNotContain("reach", story, StringComparison.Ordinal);
        var limits = report.GetProperty("limits").EnumerateArray().Select(limit => limit.GetString()).ToArray();
        Assert.Contains("Likes leave out 2 mentions of which they are unknown.", limits);
        Assert.Contains("1 mention came without an author, and adds nothing to contributors and reach.", limits);
        Assert.Contains("X: 3 mentions were handed in; nobody can tell how many there were besides.", limits);
    }

    [Fact]
    public async Task Numbers_about_few_people_are_hidden_in_every_form()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Join(Enumerable.Range(0, 9).Select(number => Line.Of($"x{number}", author: $"x{number}", followers: 10))), Line.Of("b", author: "b", channel: "bluesky", followers: 7171)));

        var report = await JsonAsync(engine);
        var bluesky = report.GetProperty("channels").EnumerateArray().Single(channel => channel.GetProperty("channel").GetString() == "bluesky");

        Assert.Equal("""{"value":1,"status":"value","shown":"1"}""", bluesky.GetProperty("mentions").GetRawText());
        Assert.Equal("""{"value":null,"status":"suppressed","shown":"hidden"}""", bluesky.GetProperty("contributors").GetRawText());
        Assert.Equal("""{"value":null,"status":"suppressed","shown":"hidden"}""", bluesky.GetProperty("potentialReach").GetRawText());
        foreach (var format in new[] { "html", "md", "json" })
        {
            Assert.DoesNotMatch("7,?171", await Reporting.TextAsync(engine, format));
        }

        Assert.Contains("| Bluesky | 1 | 1 | hidden | hidden |", await Reporting.TextAsync(engine, "md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_somebody_entered_as_unknown_keeps_their_reason()
    {
        await using var engine = await StartAsync();
        await Entering.PutAsync(engine, "people-engaged", "2015-06-21", Entering.Json("null", """, "status": "not_permitted", "channel": "facebook" """));
        await Entering.PutAsync(engine, "followers", "2015-06-05", Entering.Followers("1000"));

        var report = await JsonAsync(engine);

        Assert.Contains(("People engaged on Facebook", "not_permitted"), Gaps(report));
        Assert.Contains(("How the followers of nhsbt.example (Bluesky), Blood donors (Facebook groups) and NHSBT (Instagram) grew", "not_yet"), Gaps(report));
        Assert.Contains("**Not permitted**: People engaged on Facebook. Somebody knows it and may not tell.", await Reporting.TextAsync(engine, "md"), StringComparison.Ordinal);
        Assert.Empty(report.GetProperty("story").EnumerateArray());
    }

    [Fact]
    public async Task An_objective_that_nobody_can_judge_says_why()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.ChangeAsync(engine, SampleCampaign.Json.Replace(
            "\"plan\":", "\"objectives\": [{ \"metric\": \"registrations\", \"layer\": \"outcome\", \"target\": 500 }, { \"metric\": \"uses\", \"layer\": \"output\", \"target\": 1 }], \"plan\":", StringComparison.Ordinal));
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a"));

        var objectives = (await JsonAsync(engine)).GetProperty("objectives").EnumerateArray().ToArray();

        Assert.Equal(["output uses reached", "outcome registrations unknown"], objectives.Select(objective =>
            $"{objective.GetProperty("layer").GetString()} {objective.GetProperty("name").GetString()!.ToLowerInvariant()} {objective.GetProperty("state").GetString()}"));
        Assert.Contains("entered by hand", objectives[1].GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Contains("| Outcome | Registrations | 21 June 2015 | not known | 500 | not yet | not known | **not known**: No figure", await Reporting.TextAsync(engine, "md"), StringComparison.Ordinal);
    }

    private static (string What, string Status)[] Gaps(JsonElement report) =>
        [.. report.GetProperty("notKnown").EnumerateArray().Select(gap => (gap.GetProperty("what").GetString()!, gap.GetProperty("status").GetString()!))];

    private static async Task<JsonElement> JsonAsync(TestEngine engine) => JsonDocument.Parse(await Reporting.TextAsync(engine, "json")).RootElement;

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        return engine;
    }
}
