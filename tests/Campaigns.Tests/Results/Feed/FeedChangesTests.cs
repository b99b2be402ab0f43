using Azure.Data.Tables;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>Whoever asks for the rows that changed since misses none: a row that says something else says a later moment too, and none goes back.</summary>
public sealed class FeedChangesTests(AzuriteFixture azurite)
{
    private static string Scored => SampleCampaign.Json.Replace(
        "\"plan\":", """ "compareWith": "last-year", "objectives": [{ "metric": "uses", "layer": "output", "target": 2000 }, { "metric": "people-engaged", "layer": "outcome", "target": 100 }], "plan": """, StringComparison.Ordinal);

    [Theory]
    [InlineData("ObjectiveStatus")]
    [InlineData("Figures")]
    public async Task What_the_clock_alone_moves_has_changed(string set)
    {
        // Later than storage's own clock, which stands still for nobody.
        var clock = TestClock.At("2095-06-13T12:00:00Z");
        await using var engine = await ScoredAsync(clock, json => json.Replace("2015-06", "2095-06", StringComparison.Ordinal));
        var feed = await FeedClient.StartAsync(engine);
        var before = await feed.AllAsync($"/api/odata/{set}");

        clock.Advance(TimeSpan.FromHours(6));

        Moved(before, await feed.AllAsync($"/api/odata/{set}"));
    }

    [Theory]
    [InlineData("PeopleDaily")]
    [InlineData("CoverageHourly")]
    [InlineData("Figures")]
    public async Task What_was_searched_meanwhile_moves_the_coverage_of_every_row_that_it_changes(string set)
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 60);
        var feed = await FeedClient.StartAsync(engine);
        var before = await feed.AllAsync($"/api/odata/{set}");

        var table = engine.Get<StorageRim>().Table(TableNames.Coverage);
        var campaign = (await engine.Get<CampaignTable>().FindAsync(FeedSample.One, default))!;
        var start = campaign.StartsAt.ToUnixTimeSeconds();
        var row = (await table.GetEntityAsync<TableEntity>($"{campaign.Id}.{campaign.Generation}", "search|bluesky|missingtype|")).Value;
        row["Ledger"] = SearchLedgerBytes.Write(SearchLedger.Empty.Add(start, start + (48 * 3600), SearchState.Searched, 7, 1));
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        Moved(before, await feed.AllAsync($"/api/odata/{set}"));
    }

    [Fact]
    public async Task Whom_a_campaign_names_what_it_is_compared_with_and_what_it_published_move_its_figures()
    {
        await using var engine = await ScoredAsync(null);
        var feed = await FeedClient.StartAsync(engine);
        await Posting.PutAsync(engine, "hello");
        await Posting.PutAsync(engine, "again");
        var rows = await ReadAsync();

        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "author-3", channel: "x"), Supporting.Organisation(id: "author-4", channel: "bluesky"));
        rows = Later(rows, await ReadAsync());
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("older", createdAt: "2014-06-07T10:00:00Z", author: "b"), campaign: "last-year");
        rows = Later(rows, await ReadAsync());
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-06-08T08:00:00Z");
        rows = Later(rows, await ReadAsync());
        Assert.Equal(204, (await new RouteCaller(engine).AskAsync("DELETE", "/api/campaigns/missing-type/posts/again")).Status);
        Later(rows, await ReadAsync());

        Task<List<IReadOnlyDictionary<string, object?>>> ReadAsync() => feed.AllAsync("/api/odata/Figures?$filter=campaignKey eq 'missing-type'");

        static List<IReadOnlyDictionary<string, object?>> Later(List<IReadOnlyDictionary<string, object?>> before, List<IReadOnlyDictionary<string, object?>> after)
        {
            Assert.All(after, row => Assert.True((DateTimeOffset)row["changedAt"]! > (DateTimeOffset)before[0]["changedAt"]!));
            return Moved(before, after, least: 0);
        }
    }

    [Fact]
    public async Task What_is_held_and_let_go_again_has_changed_both_times()
    {
        await using var engine = await ScoredAsync(null);
        var (feed, hold) = (await FeedClient.StartAsync(engine), engine.Get<HoldSwitch>());
        await Posting.PutAsync(engine, "hello");
        var free = await feed.AllAsync("/api/odata/Deliveries");

        await hold.HoldAsync(default);
        var held = Moved(free, await feed.AllAsync("/api/odata/Deliveries"));
        await hold.ReleaseAsync(default);
        var let = Moved(held, await feed.AllAsync("/api/odata/Deliveries"));
        await hold.ReleaseAsync(default);

        Assert.Equal(["waiting", "held", "waiting"], new[] { free, held, let }.Select(rows => rows[0]["state"]));
        Assert.Equal(let, await feed.AllAsync("/api/odata/Deliveries"));
    }

    [Theory]
    [InlineData("PostMetricsDaily", 1)]
    [InlineData("PostMetricsDaily", 2)]
    [InlineData("ObjectiveStatus", 1)]
    [InlineData("ObjectiveStatus", 2)]
    [InlineData("Figures", 1)]
    [InlineData("Figures", 2)]
    public async Task What_is_entered_between_the_reads_is_not_said_to_be_in_a_row_that_lacks_it(string set, int between)
    {
        await using var engine = await ScoredAsync(null);
        await Posting.PutAsync(engine, "hello");
        await EnterAsync("2015-06-08");
        await using var wire = await TableWire.StartAsync(azurite);
        await using var reading = await wire.EngineAsync(azurite, engine.Prefix);
        var feed = await FeedClient.StartAsync(reading);
        var first = await feed.AllAsync($"/api/odata/{set}");
        var asked = 0;
        wire.Lets = request =>
        {
            if (request.Contains("Reported", StringComparison.Ordinal) && Interlocked.Increment(ref asked) == between)
            {
                EnterAsync("2015-06-09").GetAwaiter().GetResult();
            }

            return true;
        };

        var torn = await feed.AllAsync($"/api/odata/{set}");
        wire.Lets = static _ => true;

        Assert.True(asked >= between, $"Asked {asked} times.");
        var last = await feed.AllAsync($"/api/odata/{set}");
        Moved(first, last);
        Moved(torn, last, least: 0);

        async Task EnterAsync(string day)
        {
            Assert.Equal(201, (await Entering.PutAsync(engine, "people-engaged", day, Entering.Json(day[^1..]))).Status);
            Assert.Equal(201, (await Entering.PutAsync(engine, "likes", day, Entering.Json(day[^1..]), "?post=hello")).Status);
        }
    }

    /// <summary>Sees that every row that changed says so, and none says an earlier moment.</summary>
    private static List<IReadOnlyDictionary<string, object?>> Moved(List<IReadOnlyDictionary<string, object?>> before, List<IReadOnlyDictionary<string, object?>> after, int least = 1)
    {
        var (known, changed) = (before.ToDictionary(row => (string)row["rowKey"]!), 0);
        foreach (var (was, row) in after.Where(row => known.ContainsKey((string)row["rowKey"]!)).Select(row => (known[(string)row["rowKey"]!], row)))
        {
            var differing = row.Keys.Where(column => column != "changedAt" && !Equals(row[column], was[column])).ToList();
            var (then, now) = ((DateTimeOffset)was["changedAt"]!, (DateTimeOffset)row["changedAt"]!);
            Assert.True(differing.Count == 0 ? now >= then : now > then, $"{row["rowKey"]} changed in {string.Join(", ", differing)}, and says {now:O} after {then:O}.");
            changed += Math.Min(differing.Count, 1);
        }

        Assert.True(changed >= least, "No row changed.");
        return after;
    }

    private async Task<TestEngine> ScoredAsync(TestClock? clock, Func<string, string>? change = null)
    {
        var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, "last-year", SampleCampaign.Json.Replace("2015-06", "2014-06", StringComparison.Ordinal));
        await SampleCampaign.PutAsync(engine, json: change?.Invoke(Scored) ?? Scored);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("old", createdAt: "2014-06-06T10:00:00Z", author: "a"), campaign: "last-year");
        return engine;
    }
}
