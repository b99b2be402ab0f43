using Campaigns.Listening.Cells;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.RollUps;

public sealed class RollUpTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_cell_that_changes_while_it_is_rolled_up_stays_dirty()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1"));
        await ListeningRun.PostAsync(engine, Line.Of("2"));
        await ListeningRun.TrackAsync(engine);
        var seen = await engine.Get<CellTable>().ReadDirtyAsync("missing-type", campaign.Generation, default);
        await ListeningRun.PostAsync(engine, Line.Join(Line.Of("3"), Line.Of("4", createdAt: "2015-06-10T10:00:00Z")));
        await ListeningRun.TrackAsync(engine);

        await engine.Get<CellTable>().ClearDirtyAsync("missing-type", campaign.Generation, seen, default);

        Assert.Equal(
            ["2015060810", "2015061010"],
            (await engine.Get<CellTable>().ReadDirtyAsync("missing-type", campaign.Generation, default)).Select(row => row.Id.HourText));
    }

    [Fact]
    public async Task An_older_roll_up_never_overwrites_a_newer_one()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        var summaries = engine.Get<SummaryTable>();
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1"));
        var (stored, summary) = (await summaries.ReadStoredAsync("missing-type", campaign.Generation, default), await summaries.FindAsync("missing-type", campaign.Generation, default));
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("2", createdAt: "2015-06-10T10:00:00Z"));

        Assert.False(await summaries.ReplaceAsync("missing-type", campaign.Generation, stored, summary!.Summary, [], default));
        Assert.Equal(2, (await ListeningRun.ResultsAsync(engine)).GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Roll_ups_at_the_same_time_agree()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 50).Select(number => Line.Of($"{number}", createdAt: $"2015-06-{6 + (number % 9):00}T10:00:00Z"))));
        await ListeningRun.TrackAsync(engine);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => engine.Function<RollUp>().Run(new RollUpMessage("missing-type", campaign.Generation), default)));

        Assert.Equal(50, (await ListeningRun.ResultsAsync(engine)).GetProperty("mentions").GetInt32());
        Assert.Empty(await engine.Get<CellTable>().ReadDirtyAsync("missing-type", campaign.Generation, default));
    }

    [Fact]
    public async Task A_hashtag_that_leaves_the_plan_takes_its_figures_with_it_and_brings_them_back()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        var before = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1"), Line.Of("2", text: "#NationalBloodWeek", createdAt: "2015-06-09T10:00:00Z"), Line.Of("3", text: "#NationalBloodWeek #MissingType")));

        await ChangeAsync(engine, SampleCampaign.Json.Replace(", \"#NationalBloodWeek\"", "", StringComparison.Ordinal));
        var without = await ListeningRun.ResultsAsync(engine);
        var days = (await ListeningRun.TimelineAsync(engine, "day")).GetProperty("rows").GetArrayLength();
        await ChangeAsync(engine, SampleCampaign.Json);
        var after = await ListeningRun.ResultsAsync(engine);

        Assert.Equal((2, """{"total":2,"byHashtag":{"missingtype":2}}""", 1), (without.GetProperty("mentions").GetInt32(), without.GetProperty("uses").GetRawText(), days));
        Assert.Equal(before.GetProperty("uses").GetRawText(), after.GetProperty("uses").GetRawText());
        Assert.Equal(3, after.GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task A_changed_threshold_counts_the_influencers_anew()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a", followers: 600));

        await ChangeAsync(engine, SampleCampaign.Json.Replace("\"accounts\"", "\"influencerFollowers\": 500, \"accounts\"", StringComparison.Ordinal));

        Assert.Equal(1, (await ListeningRun.ResultsAsync(engine)).GetProperty("influencers").GetInt32());
    }

    [Fact]
    public async Task A_hashtag_that_comes_later_was_not_listened_for_until_then()
    {
        var clock = TestClock.At("2015-06-01T00:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        clock.Set(DateTimeOffset.Parse("2015-06-10T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

        await ChangeAsync(engine, SampleCampaign.Json.Replace("\"#MissingType\"", "\"#MissingType\", \"#GiveBlood\"", StringComparison.Ordinal));

        Assert.Equal(
            """[{"channel":null,"hashtag":"giveblood","from":"2015-06-05T00:00:00+01:00","to":"2015-06-10T13:00:00+01:00","state":"not_listened","got":null,"missed":null}]""",
            (await ListeningRun.ResultsAsync(engine)).GetProperty("coverage").GetRawText());
    }

    [Fact]
    public async Task A_roll_up_without_a_change_writes_nothing()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1"));
        var before = await engine.Get<SummaryTable>().FindAsync("missing-type", campaign.Generation, default);

        await ListeningRun.SweepAsync(engine);

        Assert.Equal(before!.ETag, (await engine.Get<SummaryTable>().FindAsync("missing-type", campaign.Generation, default))!.ETag);
    }

    private static async Task ChangeAsync(TestEngine engine, string json)
    {
        await SampleCampaign.ChangeAsync(engine, json);
        await ListeningRun.SweepAsync(engine);
    }
}
