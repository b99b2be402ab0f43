using System.Globalization;
using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Exports;

public sealed class ExportsTests(AzuriteFixture azurite)
{
    private const string Results = "/api/campaigns/missing-type/results";

    [Fact]
    public async Task Results_as_CSV_have_every_figure_of_the_JSON_with_its_status_and_a_number_or_nothing()
    {
        await using var engine = await StartAsync();
        await Entering.PutAsync(engine, "people-engaged", "2015-06-21", Entering.Engaged);
        await Entering.PutAsync(engine, "leaflets", "2015-06-21", Entering.Json("null", """, "status": "not_permitted" """));
        var caller = new RouteCaller(engine);

        var json = (await caller.AskAsync("GET", Results)).Json;
        var csv = await caller.AskAsync("GET", $"{Results}.csv");
        var rows = CsvText.Rows(csv.Text).ToDictionary(row => row["figure"]);

        Assert.Equal("text/csv; charset=utf-8", csv.Headers.ContentType.ToString());
        Assert.Equal("attachment; filename=\"missing-type-results.csv\"", csv.Headers.ContentDisposition.ToString());
        Assert.Equal(json.GetProperty("figures").EnumerateObject().Select(figure => figure.Name), rows.Keys);
        Assert.All(json.GetProperty("figures").EnumerateObject(), figure =>
        {
            var row = rows[figure.Name];
            Assert.Equal(Number(json, figure.Name) ?? "", row["value"]);
            Assert.Equal(figure.Value.GetProperty("status").GetString(), row["status"]);
            Assert.Equal(figure.Value.TryGetProperty("why", out var why) ? why.GetString() : "", row["why"]);
            Assert.Equal(row["value"].Length > 0, row["status"] is "value" or "zero");
            Assert.Equal("missing-type", row["campaignId"]);
        });
        Assert.Equal(("3", "mentions", "counted", "mentions@1"), (rows["/mentions"]["value"], rows["/mentions"]["unit"], rows["/mentions"]["source"], rows["/mentions"]["definition"]));
        var engaged = rows.Values.Single(row => row["about"] == "people-engaged, facebook, NHSBT, page, 2015-06-21" && row["figure"].EndsWith("/value", StringComparison.Ordinal));
        Assert.Equal(("478480", "self-reported"), (engaged["value"], engaged["source"]));
        Assert.Equal("not_permitted", rows.Values.Single(row => row["about"] == "leaflets, 2015-06-21")["status"]);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("hour")]
    public async Task A_timeline_as_CSV_has_the_rows_of_the_JSON_and_says_why_a_cell_is_empty(string grain)
    {
        await using var engine = await StartAsync();
        var caller = new RouteCaller(engine);

        var json = (await caller.AskAsync("GET", $"{Results}/timeline?grain={grain}")).Json;
        var answer = await caller.AskAsync("GET", $"{Results}/timeline.csv?grain={grain}");
        var same = await caller.AskAsync("GET", $"{Results}/timeline?grain={grain}", null, "", "Accept: text/csv");
        var rows = CsvText.Rows(answer.Text);

        Assert.Equal(answer.Text, same.Text);
        Assert.Equal(json.GetProperty("rows").GetArrayLength(), rows.Count);
        Assert.All(json.GetProperty("rows").EnumerateArray().Zip(rows), pair =>
        {
            var (row, cells) = pair;
            Assert.Equal(row.GetProperty("from").GetDateTimeOffset(), DateTimeOffset.Parse(cells["from"], CultureInfo.InvariantCulture));
            Assert.Equal(row.GetProperty("uses").GetProperty("byHashtag").GetProperty("nationalbloodweek").GetRawText(), cells["uses.nationalbloodweek"]);
            foreach (var figure in new[] { "contributors", "potentialReach", "potentialImpressions", "coverage" })
            {
                var value = row.GetProperty(figure);
                Assert.Equal(value.ValueKind == JsonValueKind.Null ? "" : value.GetRawText(), cells[figure]);
                Assert.Equal(value.ValueKind == JsonValueKind.Null, cells[$"{figure}.status"] is not ("value" or "zero"));
            }

            Assert.All(row.GetProperty("suppressed").EnumerateArray(), name => Assert.Equal("suppressed", cells[$"{name.GetString()!.Split('/')[^1]}.status"]));
        });
        Assert.All(rows, row => Assert.True(grain == "day" || (row["positive"], row["positive.status"]) == ("", "suppressed")));
    }

    [Fact]
    public async Task Lines_of_JSON_have_the_rows_of_the_JSON_each_saying_whose_it_is()
    {
        await using var engine = await StartAsync();
        var caller = new RouteCaller(engine);

        var json = (await caller.AskAsync("GET", $"{Results}/timeline")).Json;
        var lines = (await caller.AskAsync("GET", $"{Results}/timeline", null, "", "Accept: application/x-ndjson")).Text.Split('\n');

        Assert.Equal("", lines[^1]);
        Assert.Equal(json.GetProperty("rows").GetArrayLength(), lines.Length - 1);
        Assert.All(lines[..^1].Zip(json.GetProperty("rows").EnumerateArray()), pair =>
        {
            var line = JsonDocument.Parse(pair.First).RootElement;
            Assert.Equal(("missing-type", "day", "Europe/London"), (line.GetProperty("campaignId").GetString(), line.GetProperty("grain").GetString(), line.GetProperty("timeZone").GetString()));
            Assert.Equal(json.GetProperty("asOf").GetRawText(), line.GetProperty("asOf").GetRawText());
            Assert.All(pair.Second.EnumerateObject(), field => Assert.Equal(field.Value.GetRawText(), line.GetProperty(field.Name).GetRawText()));
        });
    }

    [Theory]
    [InlineData("/results")]
    [InlineData("/results.csv")]
    [InlineData("/results/timeline")]
    [InlineData("/results/timeline?grain=hour&format=csv")]
    [InlineData("/results/timeline?format=ndjson")]
    [InlineData("/results/timeline.csv")]
    [InlineData("/results/contributors")]
    [InlineData("/results/report")]
    [InlineData("/results/report?format=md")]
    [InlineData("/results/report?format=json")]
    public async Task Every_GET_of_results_can_be_asked_again_by_its_tag_until_a_figure_changes(string path)
    {
        var clock = TestClock.At("2026-01-01T00:00:00Z");
        await using var engine = await StartAsync(clock);
        var caller = new RouteCaller(engine);
        var address = $"/api/campaigns/missing-type{path}";

        var first = await caller.AskAsync("GET", address);
        var head = await caller.AskAsync("HEAD", address);
        var again = await caller.AskAsync("GET", address, null, "", $"If-None-Match: {first.ETag}");
        clock.Advance(TimeSpan.FromMinutes(1));
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("4", createdAt: "2015-06-12T10:00:00Z", author: "42", followers: 99));
        var changed = await caller.AskAsync("GET", address, null, "", $"If-None-Match: {first.ETag}");

        Assert.Equal((200, 304, ""), (first.Status, again.Status, again.Text));
        Assert.Equal("private, no-cache", first.Headers.CacheControl.ToString());
        Assert.Equal((200, "", first.ETag), (head.Status, head.Text, head.ETag));
        Assert.Equal(200, changed.Status);
        Assert.NotEqual(first.ETag, changed.ETag);
    }

    private static string? Number(JsonElement results, string pointer)
    {
        var at = results;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(part, CultureInfo.InvariantCulture)] : at.ValueKind == JsonValueKind.Object ? at.GetProperty(part) : default;
        }

        return at.ValueKind == JsonValueKind.Number ? at.GetRawText() : null;
    }

    private async Task<TestEngine> StartAsync(TimeProvider? clock = null)
    {
        var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", "I love it #MissingType", author: "42", followers: 1200, authorKind: "organisation"), Line.Of("2", "#MissingType #NationalBloodWeek", "2015-06-08T12:00:00Z", author: "43"), Line.Of("3", createdAt: "2015-06-10T10:00:00Z")));
        return engine;
    }
}
