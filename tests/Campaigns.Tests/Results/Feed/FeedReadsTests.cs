using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>What a question about some time costs at storage.</summary>
public sealed class FeedReadsTests(AzuriteFixture azurite)
{
    private const string Day = "campaignKey eq 'blood' and hourStartUtc ge 2015-06-07T23:00:00Z and hourStartUtc lt 2015-06-08T23:00:00Z";

    [Theory]
    [InlineData("CoverageHourly", "Campaigns Coverage")]
    [InlineData("PeopleDaily", "Campaigns Coverage Summaries Summaries")]
    [InlineData("SentimentDaily", "Campaigns Insight Summaries Summaries")]
    public async Task A_day_takes_a_request_for_each_thing_that_its_rows_are_made_of_and_none_for_another(string set, string tables)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 60, engine: await wire.EngineAsync(azurite));
        var feed = await FeedClient.StartAsync(engine);

        wire.Forget();
        Assert.NotEmpty(await feed.AllAsync($"/api/odata/{set}?$filter={Day}"));

        Assert.Equal(tables.Split(' '), wire.Seen.Select(request => request.Split('(')[0].Split('/')[^1][engine.Prefix.Length..]).Order(StringComparer.Ordinal));
        // Of coverage one row for each search is read, and none of those that say hour by hour what is missing; of the others the days.
        Assert.All(wire.Queries, query => Assert.Matches("RowKey ge '(search|day)[|]' and RowKey lt '(search|day)[|]~'", query));
    }

    [Fact]
    public async Task What_is_missing_hour_by_hour_is_not_read_for_coverage_and_changes_none_of_it()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 60, engine: await wire.EngineAsync(azurite));
        var feed = await FeedClient.StartAsync(engine);
        var before = await feed.AllAsync("/api/odata/CoverageHourly");
        var campaign = (await engine.Get<CampaignTable>().FindAsync(CampaignId.TryParse(FeedSample.One, out var id) ? id : default, default))!;
        var start = campaign.StartsAt.ToDateTimeOffset();
        foreach (var chunk in Enumerable.Range(0, 1500).Chunk(100))
        {
            await engine.Get<StorageRim>().Table(TableNames.Coverage).SubmitTransactionAsync(chunk.Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity($"{campaign.Id}.{campaign.Generation}", $"failed|{number:0000}|x|")
            {
                ["Channel"] = "x",
                ["From"] = start.AddHours(number % 300),
                ["To"] = start.AddHours((number % 300) + 1),
                ["State"] = "failed",
                ["Got"] = 0L,
                ["Missed"] = 1L,
            })));
        }

        wire.Forget();
        var after = await feed.AllAsync($"/api/odata/CoverageHourly");

        Assert.Equal(before, after);
        // Fifteen hundred rows would be two requests.
        Assert.Equal(2, wire.Queries.Count(query => query.Contains("search|", StringComparison.Ordinal)));
        Assert.Equal(3, wire.Seen.Count);
    }

    [Theory]
    [InlineData("CoverageHourly", "hourStartUtc lt 2015-06-04T00:00:00Z")]
    [InlineData("PeopleDaily", "localDate ge 2015-07-01")]
    [InlineData("SentimentDaily", "hourStartUtc ge 2015-07-01T00:00:00Z")]
    public async Task Time_in_which_no_campaign_runs_reads_the_campaigns_alone(string set, string filter)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 30, engine: await wire.EngineAsync(azurite));
        var feed = await FeedClient.StartAsync(engine);

        wire.Forget();
        Assert.Empty(await feed.AllAsync($"/api/odata/{set}?$filter={filter}"));

        Assert.All(wire.Seen, request => Assert.Contains("Campaigns", request, StringComparison.Ordinal));
    }
}
