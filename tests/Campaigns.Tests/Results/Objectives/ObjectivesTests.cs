using System.Text.Json;
using Campaigns.Planning;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Objectives;

public sealed class ObjectivesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Objectives_are_scored_by_counted_and_by_entered_figures_on_the_campaigns_own_days()
    {
        // Half of the 17 days are over at noon of the 13th, in London.
        var clock = TestClock.At("2015-06-13T11:00:00Z");
        await using var engine = await StartAsync(clock, """
            { "metric": "uses", "layer": "output", "target": 4 },
            { "metric": "contributors", "layer": "outtake", "baseline": 0, "target": 5, "by": "2015-06-21", "name": "Voices" },
            { "metric": "people-engaged", "layer": "outtake", "baseline": 100000, "target": 400000 },
            { "metric": "registrations", "layer": "outcome", "target": 500, "by": "2015-12-31" },
            { "metric": "mentions", "layer": "output", "target": 2, "by": "2015-06-10" }
            """);
        await Entering.PutAsync(engine, "people-engaged", "2015-06-12", Entering.Engaged.Replace("478480", "250000", StringComparison.Ordinal));

        var before = Objectives(await ListeningRun.ResultsAsync(engine));
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "a"), Line.Of("2", author: "b")));
        var after = Objectives(results);

        Assert.Equal(["unknown", "unknown", "onTrack", "unknown", "unknown"], before.Select(State));
        Assert.Equal(["onTrack", "behind", "onTrack", "unknown", "unknown"], after.Select(State));
        Assert.Equal(("2", "0.5", "2.0", "4", "2015-06-21"), (Raw(after[0], "now"), Raw(after[0], "progress"), Raw(after[0], "expected"), Raw(after[0], "forecast"), after[0].GetProperty("by").GetString()));
        Assert.Equal(("Voices", "2", "null"), (after[1].GetProperty("name").GetString(), Raw(after[1], "now"), Raw(after[1], "forecast")));
        Assert.Equal(("250000", "0.5"), (Raw(after[2], "now"), Raw(after[2], "progress")));
        Assert.Contains("entered by hand", after[3].GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Contains("later day", after[4].GetProperty("why").GetString(), StringComparison.Ordinal);
        var figures = results.GetProperty("figures");
        Assert.Equal(
            ("uses@1", "counted", "plan", "self-reported", "not_yet", "not_offered"),
            (Of(figures, "/objectives/0/now", "definition"), Of(figures, "/objectives/0/now", "source"), Of(figures, "/objectives/0/target", "source"),
                Of(figures, "/objectives/2/now", "source"), Of(figures, "/objectives/3/now", "status"), Of(figures, "/objectives/0/baseline", "status")));
    }

    [Theory]
    [InlineData("2015-06-13T11:07:12.345Z", "2015-06-13T12:00:00+01:00")]
    [InlineData("2015-07-01T11:07:12.345Z", "2015-06-22T00:00:00+01:00")]
    public async Task What_a_plan_expects_does_not_change_while_nothing_happens(string now, string asOf)
    {
        var clock = TestClock.At(now);
        await using var engine = await StartAsync(clock, """{ "metric": "uses", "layer": "output", "target": 4 }""");

        var before = await ListeningRun.ResultsAsync(engine);
        clock.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal(asOf, Of(before.GetProperty("figures"), "/objectives/0/expected", "asOf"));
        Assert.Equal(before.GetRawText(), (await ListeningRun.ResultsAsync(engine)).GetRawText());
    }

    [Fact]
    public async Task After_the_campaign_an_objective_is_reached_or_missed()
    {
        await using var engine = await StartAsync(TestClock.At("2015-07-01T11:00:00Z"), """
            { "metric": "uses", "layer": "output", "target": 2 },
            { "metric": "uses", "layer": "output", "target": 3 },
            { "metric": "followers", "layer": "outtake", "baseline": 1000, "target": 1660, "channel": "instagram", "account": "@nhsbt" },
            { "metric": "followerGrowthPercent", "layer": "outtake", "target": 66, "channel": "instagram", "account": "nhsbt" },
            { "metric": "engagements.likes", "layer": "outtake", "target": 10 }
            """);
        await Entering.PutAsync(engine, "followers", "2015-06-05", Entering.Followers("1000"));
        await Entering.PutAsync(engine, "followers", "2015-06-21", Entering.Followers("1660"));
        await Entering.PutAsync(engine, "followers", "2015-06-30", Entering.Followers("1000"));

        var objectives = Objectives(await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "a"), Line.Of("2", author: "b"))));

        Assert.Equal(["reached", "missed", "reached", "reached", "unknown"], objectives.Select(State));
        Assert.Equal(("1660", "66"), (Raw(objectives[2], "now"), Raw(objectives[3], "now")));
    }

    [Fact]
    public async Task What_an_objective_names_must_be_clear()
    {
        await using var engine = await StartAsync(TestClock.At("2015-07-01T11:00:00Z"), """{ "metric": "views", "layer": "output", "target": 2 }""");
        await Entering.PutAsync(engine, "views", "2015-06-05", Entering.Json("5"), "?channel=youtube");
        await Entering.PutAsync(engine, "views", "2015-06-05", Entering.Json("6"), "?channel=facebook");

        var objective = Objectives(await ListeningRun.ResultsAsync(engine)).Single();

        Assert.Equal(("unknown", "null"), (State(objective), Raw(objective, "now")));
        Assert.StartsWith("2 figures", objective.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_objectives_is_reported_at_once()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await PutAsync(engine, """
            { "metric": "coverage", "layer": "output", "target": 1 },
            { "metric": "uses", "layer": "impact", "target": "many" },
            { "metric": "uses", "layer": "output", "target": 1, "by": "2015-06-22" },
            { "metric": "leaflets", "layer": "input", "baseline": 5, "target": 5, "by": "2015-06-04" },
            { "metric": "leaflets", "layer": "outcome", "target": 5, "by": "2016-06-04", "channel": "fax", "account": " " },
            { "metric": "uses", "layer": "output", "target": 1, "channel": "x", "colour": "red" },
            { "metric": "no such name!", "layer": "output" },
            { "metric": "leaflets", "layer": "outcome", "target": 5, "by": "9999-12-31" }
            """);

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            [
                "objectives[0].metric", "objectives[1].layer", "objectives[1].target", "objectives[2].by", "objectives[3].by", "objectives[3].layer", "objectives[3].target",
                "objectives[4].account", "objectives[4].channel", "objectives[5].channel", "objectives[5].colour", "objectives[6].metric", "objectives[6].target", "objectives[7].by",
            ],
            answer.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_design_shows_as_an_example_is_taken_without_a_warning()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await PutAsync(engine, """{ "metric": "uses", "layer": "output", "baseline": 0, "target": 20000, "by": "2015-06-21" }""");

        Assert.True(answer.Status == 201, answer.Text);
        Assert.False(answer.Json.TryGetProperty("warnings", out _));
    }

    private static IReadOnlyList<JsonElement> Objectives(JsonElement results) => [.. results.GetProperty("objectives").EnumerateArray()];

    private static string? State(JsonElement objective) => objective.GetProperty("state").GetString();

    private static string Raw(JsonElement objective, string name) => objective.GetProperty(name).GetRawText();

    private static string? Of(JsonElement figures, string pointer, string field) => figures.GetProperty(pointer).GetProperty(field).GetString();

    private static Task<Answer> PutAsync(TestEngine engine, string objectives)
    {
        var json = SampleCampaign.Json.Replace("\"plan\"", $"\"objectives\": [{objectives}], \"plan\"", StringComparison.Ordinal);
        var request = Call.Request(engine, "PUT", "/api/campaigns/missing-type", json);
        return Call.AnswerAsync(request, engine.Function<PutCampaign>().Run(request, "missing-type", default));
    }

    private async Task<TestEngine> StartAsync(TimeProvider clock, string objectives)
    {
        var engine = await TestEngine.StartAsync(azurite, clock);
        var answer = await PutAsync(engine, objectives);
        Assert.True(answer.Status == 201, answer.Text);
        return engine;
    }
}
