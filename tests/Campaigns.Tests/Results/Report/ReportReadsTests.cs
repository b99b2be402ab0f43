using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Report;

/// <summary>What a report costs to read, and that it hangs together.</summary>
public sealed class ReportReadsTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public async Task It_takes_nine_reads_and_no_write_however_many_mentions_there_are(int mentions)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Mentions(mentions));

        foreach (var format in new[] { "html", "md", "json" })
        {
            wire.Forget();
            await Reporting.TextAsync(engine, format);

            Assert.All(wire.Seen, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
            Assert.Equal(
                ["Campaigns", "Coverage", "Insight", "Posts", "Reported", "Summaries", "Summaries", "Summaries", "Supporters"],
                wire.Seen.Select(request => request.Split('(')[0].Split('/')[^1][engine.Prefix.Length..]).Order());
        }
    }

    [Fact]
    public async Task What_was_counted_is_as_of_the_reports_moment_and_adds_up_over_days_and_channels()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Mentions(60));

        var report = JsonDocument.Parse(await Reporting.TextAsync(engine, "json")).RootElement;

        var figures = report.GetProperty("figures").EnumerateArray().ToList();
        var counted = figures.Where(figure => figure.GetProperty("origin").GetString() == "counted" && figure.GetProperty("status").GetString() is "value" or "zero").ToList();
        Assert.NotEmpty(counted);
        Assert.Equal([report.GetProperty("asOf").GetDateTimeOffset()], counted.Select(figure => figure.GetProperty("asOf").GetDateTimeOffset()).Distinct());
        var uses = figures.Single(figure => figure.GetProperty("path").GetString() == "/uses/total").GetProperty("value").GetInt64();
        Assert.Equal(60, uses);
        Assert.Equal(uses, report.GetProperty("timeline").GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("uses").GetInt64()));
        Assert.Equal(uses, report.GetProperty("channels").EnumerateArray().Sum(channel => channel.GetProperty("uses").GetProperty("value").GetInt64()));
    }

    private static string Mentions(int count) => Line.Join(Enumerable.Range(0, count).Select(number =>
        Line.Of($"{number}", author: $"a{number}", channel: number % 2 == 0 ? "x" : "bluesky", followers: 10, createdAt: $"2015-06-{6 + (number % 9):00}T10:00:00Z")));
}
