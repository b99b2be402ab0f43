using System.Globalization;
using System.Text.Json;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>What a page says of days is of one moment: that of the roll-up, as in results.</summary>
public sealed class FeedMomentTests(AzuriteFixture azurite)
{
    private const string Long = """
        { "name": "Missing Type", "start": "2015-06-05", "end": "2015-09-05", "timeZone": "Europe/London", "hashtags": ["#MissingType"], "suppressBelow": 0,
          "plan": { "tell": "t", "hear": "h", "act": "a" } }
        """;

    [Theory]
    [InlineData("PeopleDaily", "contributors")]
    [InlineData("SentimentDaily", "analysable")]
    [InlineData("UsesHourly", "uses")]
    [InlineData("MentionsHourly", "mentions")]
    public async Task Days_of_a_roll_up_that_broke_off_are_never_shown(string set, string column)
    {
        var (clock, engine) = await StartAsync();
        await using var started = engine;
        await using var wire = await TableWire.StartAsync(azurite);
        await using var dying = await wire.EngineAsync(azurite, engine.Prefix, clock);
        var feed = await FeedClient.StartAsync(engine);
        using var death = new CancellationTokenSource();
        var batches = 0;
        wire.Lets = request =>
        {
            if (!request.Contains("$batch", StringComparison.Ordinal) || ++batches == 1)
            {
                return true;
            }

            death.Cancel();
            return false;
        };
        await Assert.ThrowsAnyAsync<Exception>(() => dying.Function<SweepRollUps>().Run(null!, death.Token));

        var torn = await feed.GetAsync($"/api/odata/{set}");
        var counted = await feed.GetAsync($"/api/odata/{set}/$count");
        await ListeningRun.SweepAsync(engine);

        Assert.True(death.IsCancellationRequested);
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
        var (clock, engine) = await StartAsync();
        await using var started = engine;
        await using var wire = await TableWire.StartAsync(azurite);
        await using var reading = await wire.EngineAsync(azurite, engine.Prefix, clock);
        var feed = await FeedClient.StartAsync(reading);
        var rolled = 0;
        wire.Lets = request =>
        {
            if (request.Contains(between, StringComparison.Ordinal) && Interlocked.Exchange(ref rolled, 1) == 0)
            {
                ListeningRun.SweepAsync(engine).GetAwaiter().GetResult();
            }

            return true;
        };

        var rows = (await feed.PageAsync($"/api/odata/{set}")).Rows;

        Assert.Equal(1, rolled);
        Assert.Single(rows.Select(row => (row[column], row["changedAt"])).Distinct());
        Assert.True(rows[0][column] is 1L || (DateTimeOffset)rows[0]["changedAt"]! >= clock.GetUtcNow(), $"{rows[0][column]} as of {rows[0]["changedAt"]}");
    }

    [Theory]
    [InlineData("PeopleDaily", 2)]
    [InlineData("Figures", 3)]
    public async Task Rows_and_their_count_are_of_the_same_roll_up(string set, int second)
    {
        var (clock, engine) = await StartAsync();
        await using var started = engine;
        await ListeningRun.PostAsync(engine, EachDay("c", 80));
        await ListeningRun.TrackAsync(engine);
        await using var wire = await TableWire.StartAsync(azurite);
        await using var reading = await wire.EngineAsync(azurite, engine.Prefix, clock);
        var feed = await FeedClient.StartAsync(reading);
        var summaries = 0;
        wire.Lets = request =>
        {
            // The rows are read after they were counted.
            if (request.Contains("Summaries(PartitionKey", StringComparison.Ordinal) && Interlocked.Increment(ref summaries) == second)
            {
                ListeningRun.SweepAsync(engine).GetAwaiter().GetResult();
            }

            return true;
        };

        var page = await feed.PageAsync($"/api/odata/{set}?$count=true");

        Assert.True(summaries >= 2 * second, $"Read {summaries} times.");
        Assert.Equal(page.Count, page.Rows.Count);
        Assert.True(set != "PeopleDaily" || page.Count == 80, $"{page.Count} days");
        Assert.All(page.Rows.Where(row => set == "PeopleDaily" || row["path"]!.Equals("/mentions")), row => Assert.True((DateTimeOffset)row["changedAt"]! >= clock.GetUtcNow()));
    }

    /// <summary>Sixty days of one person, rolled up, and of another one, who is counted and not rolled up yet.</summary>
    private async Task<(TestClock Clock, TestEngine Engine)> StartAsync()
    {
        var clock = TestClock.At("2015-09-25T09:00:00Z");
        var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, json: Long);
        await ListeningRun.ResultsAfterAsync(engine, EachDay("a", 60));
        await ListeningRun.PostAsync(engine, EachDay("b", 60));
        await ListeningRun.TrackAsync(engine);
        clock.Advance(TimeSpan.FromMinutes(1));
        return (clock, engine);
    }

    private static string EachDay(string name, int days) => Line.Join(Enumerable.Range(0, days).Select(day => Line.Of(
        $"{name}{day}", createdAt: new DateTime(2015, 6, 6, 10, 0, 0, DateTimeKind.Utc).AddDays(day).ToString("O", CultureInfo.InvariantCulture), author: name)));
}
