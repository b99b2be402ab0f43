using System.Globalization;
using System.Text.Json;
using Campaigns.Publishing;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Metrics;
using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>What results say that no fact of the feed has a grain for, such as areas, audiences and comparisons, is in its figures, each by its path.</summary>
public sealed class FeedFiguresTests(AzuriteFixture azurite)
{
    private const string Json = """
        { "name": "Missing Type", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London", "influencerFollowers": 10000, "compareWith": "last-year",
          "hashtags": ["#MissingType", "#NationalBloodWeek", "#NeverUsed"],
          "topics": [{ "id": "donating", "any": ["give blood"], "service": "Blood" }, { "id": "waiting", "any": ["waiting list"], "service": "blood" }, { "id": "organs", "any": ["kidney"], "service": "Organs" }],
          "objectives": [{ "metric": "uses", "layer": "output", "baseline": 10, "target": 100000 }, { "metric": "people-engaged", "layer": "outcome", "target": 1 }],
          "plan": { "tell": "Give blood", "hear": "Why not", "act": "Open more sessions",
                    "audience": [{ "dimension": "sex", "group": "men", "population": 100 }, { "dimension": "sex", "group": "women", "population": 100 }] },
          "accounts": [{ "channel": "bluesky", "account": "nhsbt.example", "organisation": { "ods": "N1", "name": "North, \"Trust\"", "area": "North/South, 'it' ~1" } },
                       { "channel": "mastodon", "account": "moor@example.org", "organisation": { "name": "Moor Trust", "area": "Moor" } }] }
        """;

    /// <summary>Parts of the answer, in each of which something is known here.</summary>
    private static readonly string[] Parts =
    [
        "audience", "byArea", "byOrganisation", "organisationsActive", "comparison", "services", "topics", "objectives", "posts", "reported", "inputs", "accounts", "sentiment", "languages", "unions",
        "uses", "byChannel", "byHashtag", "byKind", "peopleByKind", "coUse", "lookAlikes", "engagements",
    ];

    [Fact]
    public async Task Every_figure_of_results_that_say_everything_is_one_row_that_says_the_same()
    {
        await using var engine = await RichAsync();
        var feed = await FeedClient.StartAsync(engine);
        var results = await ListeningRun.ResultsAsync(engine);
        FigureWalkTests.Walked(results);
        var figures = results.GetProperty("figures").EnumerateObject().ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal);

        var rows = await feed.AllAsync("/api/odata/Figures?$filter=campaignKey eq 'missing-type'", "Prefer: odata.maxpagesize=61");

        Assert.Equal(figures.Keys.Order(StringComparer.Ordinal), rows.Select(row => (string)row["path"]!));
        Assert.Equal(rows.Count, rows.Select(row => row["rowKey"]).Distinct().Count());
        // As it stands on the wire: Microsoft's reader takes a number for a decimal first, and the last digit of a double may be lost in that.
        using var page = JsonDocument.Parse((await feed.GetAsync("/api/odata/Figures?$filter=campaignKey eq 'missing-type'")).Text);
        var written = page.RootElement.GetProperty("value").EnumerateArray().ToList();
        Assert.Equal(figures.Count, written.Count);
        foreach (var row in written)
        {
            var (path, figure) = (Text(row, "path")!, figures[Text(row, "path")!]);
            Assert.Equal(
                (path, Number(figure, "value"), Text(figure, "status"), Text(figure, "definition"), Text(figure, "source"), Moment(figure, "asOf"), Number(figure, "coverage")),
                (path, Number(row, "value"), Text(row, "valueStatus"), Text(row, "definitionKey"), Text(row, "source"), Moment(row, "asOf"), Number(row, "coverage")));
            Assert.Equal(Number(row, "coverage") switch { null => "not_offered", 0 => "zero", _ => "value" }, Text(row, "coverageStatus"));
        }

        var silent = Parts.Where(part => !rows.Any(row => row["value"] is not null && (row["path"]!.Equals($"/{part}") || ((string)row["path"]!).StartsWith($"/{part}/", StringComparison.Ordinal))));
        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_figure_is_about_the_same_in_the_same_words_as_in_the_CSV_and_in_the_unit_in_which_it_was_entered()
    {
        await using var engine = await RichAsync();
        var rows = await (await FeedClient.StartAsync(engine)).AllAsync("/api/odata/Figures?$filter=campaignKey eq 'missing-type'");
        var lines = CsvText.Rows((await new RouteCaller(engine).AskAsync("GET", "/api/campaigns/missing-type/results.csv")).Text).ToDictionary(line => line["figure"]);
        string[] words = ["about", "unit", "meaning", "why", "reportedBy", "readFrom"];

        Assert.Equal(lines.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(words.Select(word => lines[(string)row["path"]!][word]), words.Select(word => (string?)row[word] ?? "")));
        Assert.DoesNotContain(rows, row => row["unit"] is "as entered");
        Assert.All(rows.Where(row => ((string)row["path"]!).EndsWith("/perUse", StringComparison.Ordinal)), row => Assert.Equal(((string)row["path"]!).Split('/')[2], row["unit"]));
        Assert.Equal("boxes", Assert.Single(rows, row => row["path"] is "/byOrganisation/1/entered/leaflets")["unit"]);
        Assert.Equal("people", Assert.Single(rows, row => row["path"] is "/objectives/1/now")["unit"]);
    }

    [Fact]
    public async Task A_row_of_figures_is_found_by_its_key_whatever_its_path()
    {
        await using var engine = await RichAsync();
        var feed = await FeedClient.StartAsync(engine);
        var rows = await feed.AllAsync("/api/odata/Figures?$filter=startswith(path,'/byArea/') or startswith(path,'/audience/')");

        Assert.NotEmpty(rows);
        foreach (var row in rows.Take(12))
        {
            var key = Uri.EscapeDataString(((string)row["rowKey"]!).Replace("'", "''", StringComparison.Ordinal));
            using var one = JsonDocument.Parse((await feed.GetAsync($"/api/odata/Figures?$filter=rowKey eq '{key}'")).Text);
            Assert.Equal((string)row["path"]!, Assert.Single(one.RootElement.GetProperty("value").EnumerateArray()).GetProperty("path").GetString());
        }
    }

    private async Task<TestEngine> RichAsync()
    {
        var clock = TestClock.At("2015-06-13T12:00:00Z");
        var engine = await Felt.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, "last-year", SampleCampaign.Json.Replace("2015-06", "2014-06", StringComparison.Ordinal));
        await SampleCampaign.PutAsync(engine, json: Json);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "author-3", channel: "x"), Supporting.Organisation(id: "author-4", channel: "bluesky"));
        await Posting.PutAsync(engine, "hello", "\"bluesky\"");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-06-08T08:00:00Z");
        await EnterAsync("people-engaged", "2015-06-12", "478480", ", \"unit\": \"people\"");
        await EnterAsync("followers", "2015-06-05", "1000", ", \"channel\": \"bluesky\", \"account\": \"nhsbt.example\"");
        await EnterAsync("followers", "2015-06-12", "1234", ", \"channel\": \"bluesky\", \"account\": \"nhsbt.example\"");
        await EnterAsync("views", "2015-06-12", "70", ", \"post\": \"hello\"");
        await EnterAsync("leaflets", "2015-06-12", "70.25", ", \"channel\": \"bluesky\", \"account\": \"nhsbt.example\", \"adds\": true, \"unit\": \"boxes\"");
        await EnterAsync("people-engaged", "2015-06-12", "40", ", \"dimension\": \"sex\", \"group\": \"men\", \"base\": 100, \"sample\": true");
        await EnterAsync("people-engaged", "2015-06-12", "60", ", \"dimension\": \"sex\", \"group\": \"women\", \"base\": 100, \"sample\": true");
        Assert.Equal(201, (await Entering.PutInputAsync(engine, "mediaSpend", "2015-06-05", Entering.Json("99.5"))).Status);
        await ListeningRun.ResultsAfterAsync(engine, Line("old", "2014-06-06"), campaign: "last-year");
        await ListeningRun.ResultsAfterAsync(engine, string.Join('\n', FigureWalkTests.Rich.Concat(Felt.Some(20, "I love to give blood")).Concat(Felt.Some(12, "I hate the waiting list")).Concat(Felt.Some(15, "my kidney"))));
        return engine;

        async Task EnterAsync(string name, string date, string value, string more = "") =>
            Assert.Equal(201, (await Entering.PutAsync(engine, name, date, Entering.Json(value, more))).Status);

        static string Line(string id, string day) => Listening.Intake.Line.Of(id, createdAt: $"{day}T10:00:00Z", author: "a", followers: 9);
    }

    private static double? Number(JsonElement figure, string name) => figure.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string? Text(JsonElement figure, string name) => figure.GetProperty(name).GetString();

    private static DateTimeOffset? Moment(JsonElement figure, string name) => Text(figure, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}
