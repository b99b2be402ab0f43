using System.Globalization;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

public sealed class FeedStorageTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("campaignKey eq 'blood' and hourStartUtc ge 2015-06-08T00:00:00%2B01:00 and hourStartUtc lt 2015-06-09T00:00:00%2B01:00", "2015-06-08", "2015-06-08")]
    [InlineData("campaignKey eq 'blood' and hourStartUtc ge 2015-06-07T23:00:00Z and hourStartUtc lt 2015-06-08T23:00:00Z", "2015-06-08", "2015-06-08")]
    [InlineData("campaignKey eq 'blood' and hourStartUtc lt 2015-06-07T04:00:00-02:00", "2015-06-05", "2015-06-07")]
    public async Task A_filter_on_the_hour_reads_the_days_that_it_touches_and_no_others(string filter, string first, string last)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 60, engine: await wire.EngineAsync(azurite));
        var feed = await FeedClient.StartAsync(engine);

        foreach (var set in new[] { "UsesHourly", "MentionsHourly" })
        {
            wire.Forget();
            Assert.NotEmpty(await feed.AllAsync($"/api/odata/{set}?$filter={filter}"));

            // Of several days it must be seen too that one roll-up wrote them: that is one row, and of it one column.
            Assert.Equal(first == last ? ["Campaigns", "Summaries"] : ["Campaigns", "Summaries", "Summaries"], wire.Seen.Select(request => request.Split('(')[0].Split('/')[^1][engine.Prefix.Length..]));
            Assert.Contains($"RowKey ge 'hours|{first}' and RowKey le 'hours|{last}'", wire.Queries[0], StringComparison.Ordinal);
            Assert.Single(wire.Queries);
            Assert.All(wire.Seen.Skip(2), request => Assert.Contains("RowKey='summary'", Uri.UnescapeDataString(request), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Days_whose_roll_up_an_earlier_version_wrote_or_that_stand_for_good_are_shown_as_before()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 60, engine: await wire.EngineAsync(azurite));
        var feed = await FeedClient.StartAsync(engine);
        var campaign = (await engine.Get<CampaignTable>().FindAsync(FeedSample.One, default))!;
        const string Asked = "/api/odata/UsesHourly?$filter=campaignKey eq 'blood'&$select=rowKey,uses";
        var before = await feed.AllAsync(Asked);

        await engine.Get<SummaryTable>().SealAsync(FeedSample.One, campaign.Generation, default);
        wire.Forget();
        Assert.Equal(before, await feed.AllAsync(Asked));
        Assert.Equal(3, wire.Seen.Count);

        var table = engine.Get<StorageRim>().Table(TableNames.Summaries);
        var row = (await table.GetEntityAsync<TableEntity>($"{campaign.Id}.{campaign.Generation}", "summary")).Value;
        Assert.True(row.Remove("Hours"));
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        wire.Forget();
        Assert.Equal(before, await feed.AllAsync(Asked));
        Assert.Contains(wire.Queries, query => Uri.UnescapeDataString(query).Contains("RowKey,Digest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Time_in_which_no_campaign_runs_reads_none_of_what_was_counted()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 30, engine: await wire.EngineAsync(azurite));
        var feed = await FeedClient.StartAsync(engine);

        wire.Forget();
        Assert.Empty(await feed.AllAsync("/api/odata/UsesHourly?$filter=hourStartUtc ge 2016-01-01T00:00:00Z"));

        Assert.All(wire.Seen, request => Assert.Contains("Campaigns", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_earlier_version_rolled_up_has_its_hours_after_the_next_sweep()
    {
        var prefix = AzuriteFixture.NewPrefix();
        await using var before = await FeedSample.StartAsync(azurite, mentions: 60, engine: await TestEngine.StartAsync(azurite, prefix: prefix));
        var whole = await (await FeedClient.StartAsync(before)).AllAsync("/api/odata/UsesHourly?$select=rowKey,uses");
        var table = before.Get<StorageRim>().Table(TableNames.Summaries);
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            if (row.RowKey.StartsWith("hours|", StringComparison.Ordinal))
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag);
            }
            else if (row.RowKey == "summary")
            {
                row["Digest"] = "4" + row.GetString("Digest")[1..];
                await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
            }
        }

        await using var after = await TestEngine.StartAsync(azurite, prefix: prefix);
        await ListeningRun.SweepAsync(after);

        Assert.Equal(whole, await (await FeedClient.StartAsync(after)).AllAsync("/api/odata/UsesHourly?$select=rowKey,uses"));
    }

    [Fact]
    public async Task The_hours_of_a_campaign_whose_figures_are_the_last_ones_stay_as_they_were()
    {
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 60);
        var feed = await FeedClient.StartAsync(engine);
        var before = await feed.AllAsync("/api/odata/MentionsHourly?$filter=campaignKey eq 'blood'&$select=rowKey,mentions,likes");
        var campaign = (await engine.Get<CampaignTable>().FindAsync(CampaignId.TryParse(FeedSample.One, out var id) ? id : default, default))!;

        await engine.Get<SummaryTable>().SealAsync(FeedSample.One, campaign.Generation, default);

        Assert.NotEmpty(before);
        Assert.Equal(before, await feed.AllAsync("/api/odata/MentionsHourly?$filter=campaignKey eq 'blood'&$select=rowKey,mentions,likes"));
    }

    [Fact]
    public async Task While_counting_runs_no_row_comes_twice_or_is_lost_and_then_the_sums_are_equal()
    {
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 60);
        var feed = await FeedClient.StartAsync(engine);
        string[] sets = ["UsesHourly", "MentionsHourly"];
        var before = new Dictionary<string, HashSet<string>>();
        foreach (var set in sets)
        {
            before[set] = (await feed.AllAsync($"/api/odata/{set}")).Select(row => (string)row["rowKey"]!).ToHashSet();
        }

        var counting = Task.Run(async () =>
        {
            for (var round = 0; round < 6; round++)
            {
                await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 20).Select(number => Line.Of(
                    string.Create(CultureInfo.InvariantCulture, $"later-{round}-{number}"), createdAt: $"2015-06-{6 + (number % 9):00}T{round:00}:00:00Z"))));
                await ListeningRun.TrackAsync(engine);
                await ListeningRun.SweepAsync(engine);
            }
        });
        var readings = 0;
        for (; !counting.IsCompleted; readings++)
        {
            var set = sets[readings % 2];
            var keys = (await feed.AllAsync($"/api/odata/{set}", "Prefer: odata.maxpagesize=9")).Select(row => (string)row["rowKey"]!).ToList();
            Assert.Equal(keys.Distinct().Count(), keys.Count);
            Assert.Subset(keys.ToHashSet(), before[set]);
        }

        await counting;
        Assert.True(readings > 1);
        foreach (var campaign in new[] { FeedSample.One, FeedSample.Other })
        {
            var uses = await feed.AllAsync($"/api/odata/UsesHourly?$filter=campaignKey eq '{campaign}'", "Prefer: odata.maxpagesize=9");
            var mentions = await feed.AllAsync($"/api/odata/MentionsHourly?$filter=campaignKey eq '{campaign}'", "Prefer: odata.maxpagesize=9");
            var results = await ListeningRun.ResultsAsync(engine, campaign);
            Assert.Equal(results.GetProperty("uses").GetProperty("total").GetInt64(), uses.Sum(row => (long)row["uses"]!));
            Assert.Equal(results.GetProperty("mentions").GetInt64(), mentions.Sum(row => (long)row["mentions"]!));
            Assert.True(mentions.Sum(row => (long)row["mentions"]!) > 120);
        }
    }

    [Fact]
    public async Task A_page_between_whose_reads_a_roll_up_came_is_read_again()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        await SampleCampaign.PutAsync(engine, FeedSample.One, SampleCampaign.Json.Replace("2015-06-21", "2015-07-21", StringComparison.Ordinal));
        await ListeningRun.ResultsAfterAsync(engine, Days(""), campaign: FeedSample.One);
        var feed = await FeedClient.StartAsync(engine);
        await ListeningRun.PostAsync(engine, Days("more-"));
        await ListeningRun.TrackAsync(engine);
        var isRolledUp = false;
        wire.Forget();
        wire.Lets = request =>
        {
            // The second part of the days is asked for: the first was read before the roll-up.
            if (!isRolledUp && request.EndsWith("Summaries()", StringComparison.Ordinal) && wire.Queries.Count == 3)
            {
                isRolledUp = true;
                ListeningRun.SweepAsync(engine).GetAwaiter().GetResult();
            }

            return true;
        };

        var rows = (await feed.PageAsync("/api/odata/UsesHourly")).Rows;

        Assert.True(isRolledUp);
        Assert.Equal(30, rows.Count);
        Assert.All(rows, row => Assert.Equal(2L, row["uses"]));
    }

    private static string Days(string id) => Line.Join(Enumerable.Range(0, 30).Select(day => Line.Of(
        string.Create(CultureInfo.InvariantCulture, $"{id}{day}"), createdAt: new DateTime(2015, 6, 6, 10, 0, 0).AddDays(day).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))));
}
