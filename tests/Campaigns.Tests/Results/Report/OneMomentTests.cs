using System.Globalization;
using System.Text.Json;
using Campaigns.Results.Timeline;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Report;

/// <summary>Totals and days that stand in one answer are of one moment.</summary>
public sealed class OneMomentTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-09-25T09:00:00Z");

    [Fact]
    public async Task Days_of_a_roll_up_that_broke_off_are_never_shown_beside_the_totals_of_the_one_before()
    {
        await using var engine = await TornRollUps.StartAsync(azurite, clock);
        await TornRollUps.BreakOffAsync(azurite, engine, clock);

        var report = await Reporting.GetAsync(engine, "?format=json");
        var timeline = await TimelineAsync(engine);
        await ListeningRun.SweepAsync(engine);
        var after = JsonDocument.Parse(await Reporting.TextAsync(engine, "json")).RootElement;

        Assert.All([report, timeline], answer => Assert.Equal((503, "5"), (answer.Status, answer.Headers.RetryAfter.ToString())));
        Assert.Equal(120, after.GetProperty("timeline").GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("uses").GetInt64()));
        Assert.StartsWith("120 uses", after.GetProperty("story")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(clock.GetUtcNow(), after.GetProperty("asOf").GetDateTimeOffset());
        Assert.Equal(120, Told(await TimelineAsync(engine)).Mentions);
    }

    [Theory]
    [InlineData("timeline", "Summaries()")]
    [InlineData("timeline", "Summaries(PartitionKey")]
    [InlineData("report", "Summaries()")]
    [InlineData("report", "Summaries(PartitionKey")]
    [InlineData("csv", "Summaries()")]
    [InlineData("csv", "Summaries(PartitionKey")]
    [InlineData("csv by hour", "Summaries()")]
    [InlineData("csv by hour", "Summaries(PartitionKey")]
    [InlineData("ndjson", "Summaries()")]
    [InlineData("ndjson", "Summaries(PartitionKey")]
    [InlineData("ndjson by hour", "Summaries()")]
    [InlineData("ndjson by hour", "Summaries(PartitionKey")]
    [InlineData("days", "Summaries()")]
    [InlineData("days", "Summaries(PartitionKey")]
    public async Task A_roll_up_between_the_reads_is_told_of_whole_or_not_at_all(string answer, string between)
    {
        var before = clock.GetUtcNow();
        await using var engine = await TornRollUps.StartAsync(azurite, clock);
        await using var wire = await TableWire.StartAsync(azurite);
        await using var reading = await wire.EngineAsync(azurite, engine.Prefix, clock);
        var asked = wire.SweepBefore(engine, between);

        var grain = answer.EndsWith("hour", StringComparison.Ordinal) ? "hour" : "day";
        var (asOf, mentions) = answer.Split(' ')[0] switch
        {
            "timeline" => Told(await TimelineAsync(reading)),
            "csv" => OfCsv(await TimelineAsync(reading, $"?format=csv&grain={grain}")),
            "ndjson" => OfLines(await TimelineAsync(reading, $"?format=ndjson&grain={grain}")),
            "days" => OfDays(await ListeningRun.ResultsAsync(reading, window: "?from=2015-06-06&to=2015-08-31&compareFrom=2015-06-05&compareTo=2015-08-30")),
            _ => Told(await Reporting.GetAsync(reading, "?format=json")),
        };

        Assert.NotEqual(0, asked());
        Assert.True((asOf, mentions) == (before, 60) || (asOf, mentions) == (clock.GetUtcNow(), 120), $"{mentions} mentions as of {asOf}");
    }

    /// <summary>Each line names its moment.</summary>
    private static (DateTimeOffset AsOf, long Mentions) OfLines(Answer answer)
    {
        JsonElement[] rows = [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        return (Assert.Single(rows.Select(row => row.GetProperty("asOf").GetDateTimeOffset()).Distinct()), rows.Sum(row => row.GetProperty("mentions").GetInt64()));
    }

    private static (DateTimeOffset AsOf, long Mentions) OfCsv(Answer answer)
    {
        string[][] rows = [.. answer.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        var (asOf, mentions) = (Array.IndexOf(rows[0], "asOf"), Array.IndexOf(rows[0], "mentions"));
        return (Assert.Single(rows.Skip(1).Select(row => DateTimeOffset.Parse(row[asOf], CultureInfo.InvariantCulture)).Distinct()), rows.Skip(1).Sum(row => long.Parse(row[mentions], CultureInfo.InvariantCulture)));
    }

    /// <summary>All mentions are of the days on both sides, so that both tell as many.</summary>
    private static (DateTimeOffset AsOf, long Mentions) OfDays(JsonElement results)
    {
        var mentions = results.GetProperty("mentions").GetInt64();
        Assert.Equal(mentions, results.GetProperty("comparison").GetProperty("values").GetProperty("mentions").GetProperty("then").GetInt64());
        return (results.GetProperty("asOf").GetDateTimeOffset(), mentions);
    }

    private static async Task<Answer> TimelineAsync(TestEngine engine, string query = "")
    {
        var request = Call.Request(engine, "GET", $"/api/campaigns/missing-type/results/timeline{query}");
        return await Call.AnswerAsync(request, engine.Function<GetTimeline>().Run(request, "missing-type", default));
    }

    private static (DateTimeOffset AsOf, long Mentions) Told(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        var rows = answer.Json.TryGetProperty("rows", out var own) ? own : answer.Json.GetProperty("timeline").GetProperty("rows");
        return (answer.Json.GetProperty("asOf").GetDateTimeOffset(), rows.EnumerateArray().Sum(row => row.TryGetProperty("mentions", out var mentions) ? mentions.GetInt64() : row.GetProperty("uses").GetInt64()));
    }
}
