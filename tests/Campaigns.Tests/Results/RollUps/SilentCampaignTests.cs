using System.Text.Json;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Report;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.RollUps;

/// <summary>A campaign that nobody mentions is zero where somebody looked, and unknown where nobody did.</summary>
public sealed class SilentCampaignTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_searched_and_never_mentioned_is_zero_and_its_objective_missed()
    {
        await using var engine = await StartAsync(SearchState.Searched, got: 0);

        await ListeningRun.SweepAsync(engine);

        var results = await ListeningRun.ResultsAsync(engine);
        foreach (var pointer in new[] { "/mentions", "/uses/total", "/contributors", "/potentialReach", "/sentiment/analysed" })
        {
            Assert.Equal((pointer, "zero"), (pointer, Figure(results, pointer).GetProperty("status").GetString()));
        }

        Assert.Equal((0, 1.0), (results.GetProperty("mentions").GetInt64(), Figure(results, "/mentions").GetProperty("coverage").GetDouble()));
        Assert.Equal("missed", results.GetProperty("objectives")[0].GetProperty("state").GetString());
        var report = await Reporting.TextAsync(engine, "html");
        Assert.DoesNotContain("Nothing was counted yet", report, StringComparison.Ordinal);
        Assert.Contains("0 uses", await Reporting.TextAsync(engine, "json"), StringComparison.Ordinal);
        Assert.Equal(0, (await ListeningRun.ResultsAsync(engine, window: "?from=2015-06-08&to=2015-06-08")).GetProperty("mentions").GetInt64());
        Assert.Equal(0, (await ListeningRun.TimelineAsync(engine, "day")).GetProperty("rows").GetArrayLength());
    }

    [Theory]
    [InlineData(SearchState.Failed, 0, 0)]
    [InlineData(SearchState.Searched, 3, 0)]
    [InlineData(SearchState.Searched, 0, 3)]
    [InlineData(null, 0, 0)]
    public async Task What_nobody_looked_for_or_is_on_its_way_to_be_counted_is_not_there_yet(SearchState? state, long got, long underWay)
    {
        await using var engine = await StartAsync(state, got, underWay);

        await ListeningRun.SweepAsync(engine);

        var results = await ListeningRun.ResultsAsync(engine);
        Assert.Equal("not_yet", Figure(results, "/mentions").GetProperty("status").GetString());
        Assert.Equal("unknown", results.GetProperty("objectives")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_mention_that_comes_later_is_counted_as_ever()
    {
        await using var engine = await StartAsync(SearchState.Searched, got: 0);
        await ListeningRun.SweepAsync(engine);

        Assert.Equal(1, (await ListeningRun.ResultsAfterAsync(engine, Line.Of("1"))).GetProperty("mentions").GetInt64());
    }

    private static JsonElement Figure(JsonElement results, string pointer) => results.GetProperty("figures").GetProperty(pointer);

    /// <summary>The campaign is over; its hashtags were searched from its first moment to its last.</summary>
    private async Task<TestEngine> StartAsync(SearchState? state, long got, long underWay = 0)
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-25T09:00:00Z"));
        var campaign = await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace(
            "\"plan\"", "\"objectives\": [{ \"metric\": \"uses\", \"layer\": \"output\", \"target\": 4 }], \"plan\"", StringComparison.Ordinal));
        foreach (var hashtag in state is null ? [] : campaign.Hashtags)
        {
            var row = new SearchRow
            {
                Key = new SearchKey("bluesky", null, hashtag.Tag.Folded),
                From = campaign.StartsAt.ToUnixTimeSeconds(),
                LookedTo = campaign.EndsAt.ToUnixTimeSeconds(),
                Ledger = SearchLedger.Empty.Add(campaign.StartsAt.ToUnixTimeSeconds(), campaign.EndsAt.ToUnixTimeSeconds(), state!.Value, 7, got),
                Open = [new OpenWindow(campaign.StartsAt.ToUnixTimeSeconds(), campaign.StartsAt.ToUnixTimeSeconds() + 60, 0, 0) { Got = underWay }],
            };
            await engine.Get<StorageRim>().Table(TableNames.Coverage).AddEntityAsync(SearchEntity.Of($"missing-type.{campaign.Generation}", row));
        }

        return engine;
    }
}
