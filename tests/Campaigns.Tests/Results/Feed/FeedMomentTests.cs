using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>What a page says of days is of one moment: that of the roll-up, as in results.</summary>
public sealed class FeedMomentTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-09-25T09:00:00Z");

    [Theory]
    [InlineData("PeopleDaily", "contributors")]
    [InlineData("SentimentDaily", "analysable")]
    [InlineData("UsesHourly", "uses")]
    [InlineData("MentionsHourly", "mentions")]
    public async Task Days_of_a_roll_up_that_broke_off_are_never_shown(string set, string column)
    {
        await using var engine = await TornRollUps.StartAsync(azurite, clock);
        var feed = await FeedClient.StartAsync(engine);
        await TornRollUps.BreakOffAsync(azurite, engine, clock);

        var torn = await feed.GetAsync($"/api/odata/{set}");
        var counted = await feed.GetAsync($"/api/odata/{set}/$count");
        await ListeningRun.SweepAsync(engine);

        Assert.All([torn, counted], reply => Assert.Equal((503, "5"), (reply.Status, reply.GetHeader("Retry-After"))));
        using var error = JsonDocument.Parse(torn.Text);
        Assert.Equal("changing", error.RootElement.GetProperty("error").GetProperty("code").GetString());
        var rows = await feed.AllAsync($"/api/odata/{set}");
        Assert.Equal(60, rows.Count);
        Assert.All(rows, row => Assert.Equal(2L, row[column]));
        Assert.All(rows, row => Assert.True((DateTimeOffset)row["changedAt"]! >= clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("PeopleDaily", "contributors", "Summaries()")]
    [InlineData("PeopleDaily", "contributors", "Summaries(PartitionKey")]
    [InlineData("SentimentDaily", "analysable", "Summaries()")]
    [InlineData("SentimentDaily", "analysable", "Summaries(PartitionKey")]
    public async Task A_roll_up_between_the_reads_is_told_of_whole_or_not_at_all(string set, string column, string between)
    {
        await using var engine = await TornRollUps.StartAsync(azurite, clock);
        await using var wire = await TableWire.StartAsync(azurite);
        await using var reading = await wire.EngineAsync(azurite, engine.Prefix, clock);
        var feed = await FeedClient.StartAsync(reading);
        var asked = wire.SweepBefore(engine, between);

        var rows = (await feed.PageAsync($"/api/odata/{set}")).Rows;

        Assert.NotEqual(0, asked());
        Assert.Single(rows.Select(row => (row[column], row["changedAt"])).Distinct());
        Assert.True(rows[0][column] is 1L || (DateTimeOffset)rows[0]["changedAt"]! >= clock.GetUtcNow(), $"{rows[0][column]} as of {rows[0]["changedAt"]}");
    }

    [Theory]
    [InlineData("PeopleDaily", 2)]
    [InlineData("Figures", 3)]
    public async Task Rows_and_their_count_are_of_the_same_roll_up(string set, int second)
    {
        await using var engine = await TornRollUps.StartAsync(azurite, clock);
        await ListeningRun.PostAsync(engine, TornRollUps.EachDay("c", 80));
        await ListeningRun.TrackAsync(engine);
        await using var wire = await TableWire.StartAsync(azurite);
        await using var reading = await wire.EngineAsync(azurite, engine.Prefix, clock);
        var feed = await FeedClient.StartAsync(reading);
        // The rows are read after they were counted.
        var asked = wire.SweepBefore(engine, "Summaries(PartitionKey", second);

        var page = await feed.PageAsync($"/api/odata/{set}?$count=true");

        Assert.True(asked() >= 2 * second, $"Read {asked()} times.");
        Assert.Equal(page.Count, page.Rows.Count);
        Assert.True(set != "PeopleDaily" || page.Count == 80, $"{page.Count} days");
        Assert.All(page.Rows.Where(row => set == "PeopleDaily" || row["path"]!.Equals("/mentions")), row => Assert.True((DateTimeOffset)row["changedAt"]! >= clock.GetUtcNow()));
    }
}
