using System.Globalization;
using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Feed;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Timeline;

public sealed class SentimentRowsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_is_not_known_of_a_day_has_the_same_reason_in_results_rows_spreadsheets_and_the_feed()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"plan\"", "\"suppressBelow\": 0, \"plan\"", StringComparison.Ordinal));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Felt.Some(3, "I love", day: 8), .. Felt.Some(2, "refused", day: 9), Felt.InLanguage("welsh", "cy").Replace("06-08", "06-10", StringComparison.Ordinal), .. Felt.Some(2, "dear", day: 11), .. Felt.Some(1, "I love", day: 14)]));
        // Counted and rolled up, and nobody looked at what they say.
        await ListeningRun.RollUpAsync(engine, Line.Join(Felt.Some(2, "I love", day: 12)));

        JsonElement[] rows = [.. (await ListeningRun.TimelineAsync(engine, "day")).GetProperty("rows").EnumerateArray()];
        var csv = CsvText.Rows((await new RouteCaller(engine).AskAsync("GET", "/api/campaigns/missing-type/results/timeline.csv")).Text);
        var feed = await (await FeedClient.StartAsync(engine)).AllAsync("/api/odata/SentimentDaily");

        Assert.Equal(
            ["value 3", "failed 0", "not_offered 0", "not_yet 0", "not_yet null", "value 0", "value 1"],
            rows.Select(row => $"{row.GetProperty("sentimentStatus").GetString()} {row.GetProperty("sentiment").GetProperty("analysed").GetRawText()}"));
        foreach (var (index, row) in rows.Index())
        {
            var day = row.GetProperty("from").GetDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var figures = (await ListeningRun.ResultsAsync(engine, window: $"?from={day}&to={day}")).GetProperty("figures");
            foreach (var name in new[] { "positive", "neutral", "negative", "mixed", "analysed", "marginOfError" })
            {
                var expected = figures.GetProperty($"/sentiment/{name}").GetProperty("status").GetString();
                Assert.Equal((day, name, expected, expected), (day, name, csv[index][$"{name}.status"], (string?)feed[index][$"{name}Status"]));
            }
        }
    }
}
