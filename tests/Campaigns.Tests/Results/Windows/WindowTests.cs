using System.Text.Json;
using Campaigns.Results;
using Campaigns.Results.Exports;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Metrics;
using Campaigns.Tests.Results.Report;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Windows;

public sealed class WindowTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Some_days_of_a_campaign_are_told_of_as_if_it_had_only_these()
    {
        await using var engine = await HeardAsync(5);

        var window = (await GetAsync(engine, "?from=2015-06-08&to=2015-06-09")).Json;

        Assert.Equal("""{"from":"2015-06-08","to":"2015-06-09","days":2}""", window.GetProperty("window").GetRawText());
        Assert.Equal(("2015-06-08T00:00:00+01:00", "2015-06-10T00:00:00+01:00"), (window.GetProperty("from").GetString(), window.GetProperty("to").GetString()));
        Assert.Equal((30, 40), (Long(window, "mentions"), Long(window.GetProperty("uses"), "total")));
        Assert.Equal((20, 10), (Long(window.GetProperty("byChannel").GetProperty("x"), "mentions"), Long(window.GetProperty("byChannel").GetProperty("bluesky"), "mentions")));
        Assert.Equal((30, 0), (Long(window.GetProperty("byKind"), "original"), Long(window.GetProperty("engagements"), "likes")));
        Assert.Equal((JsonValueKind.Null, "not_offered"), (window.GetProperty("contributors").ValueKind, Status(window, "/contributors")));
        Assert.Equal((10, 20), (Long(window.GetProperty("unions").GetProperty("contributors").GetProperty("byDay"), "atLeast"), Long(window.GetProperty("unions").GetProperty("contributors").GetProperty("byDay"), "atMost")));
        Assert.Contains("kept by the day", Text(window, "/contributors", "why"), StringComparison.Ordinal);
        Assert.Equal(("not_offered", "not_offered"), (Status(window, "/byChannel/x/contributors"), Status(window, "/objectives")));
        Assert.Equal(300, Long(window, "potentialImpressions"));
        Assert.All(window.GetProperty("coverage").EnumerateArray(), entry => Assert.InRange(entry.GetProperty("from").GetDateTimeOffset(), window.GetProperty("from").GetDateTimeOffset(), window.GetProperty("to").GetDateTimeOffset()));
        FigureWalkTests.Walked(window);
    }

    [Fact]
    public async Task Distinct_people_are_told_of_a_day_and_of_days_that_nobody_was_heard_beside()
    {
        await using var engine = await HeardAsync(5);

        var day = (await GetAsync(engine, "?from=2015-06-08&to=2015-06-08")).Json;
        var whole = (await GetAsync(engine, "?from=2015-06-07")).Json;
        var quiet = (await GetAsync(engine, "?to=2015-06-07")).Json;

        Assert.Equal((10, 100, 2.0, 10), (Long(day, "contributors"), Long(day, "potentialReach"), day.GetProperty("mentionsPerContributor").GetDouble(), Long(day, "followersPerContributor")));
        Assert.Equal((20, 40), (Long(whole, "contributors"), Long(whole, "mentions")));
        Assert.Equal(("zero", "zero", "zero"), (Status(quiet, "/contributors"), Status(quiet, "/potentialReach"), Status(quiet, "/mentions")));
        Assert.All([day, whole, quiet], window => FigureWalkTests.Walked(window));
    }

    [Fact]
    public async Task The_whole_campaign_asked_for_by_its_days_is_the_same_answer()
    {
        await using var engine = await HeardAsync(5);

        var (plain, asked, part) = (await GetAsync(engine, ""), await GetAsync(engine, "?from=2015-06-05&to=2015-06-21"), await GetAsync(engine, "?from=2015-06-06"));

        Assert.Equal((plain.Text, plain.ETag), (asked.Text, asked.ETag));
        Assert.NotEqual(plain.ETag, part.ETag);
        Assert.Equal(304, (await GetAsync(engine, "?from=2015-06-06", $"If-None-Match: {part.ETag}")).Status);
    }

    [Fact]
    public async Task What_few_people_said_on_a_hidden_day_is_told_by_no_window()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(new[] { (Day: 8, People: 9), (Day: 9, People: 1), (Day: 10, People: 7), (Day: 11, People: 20) }.SelectMany(day => Enumerable.Range(0, day.People).Select(author =>
            Line.Of($"{day.Day}.{author}", "I love #MissingType", $"2015-06-{day.Day:00}T10:00:00Z", author: $"{author}", followers: 10)))));

        async Task<string> Of(string query)
        {
            var window = (await GetAsync(engine, query)).Json;
            FigureWalkTests.Walked(window);
            return $"{Status(window, "/potentialImpressions")} {Status(window, "/sentiment/positive")} {Status(window, "/sentiment/analysed")}";
        }

        Assert.Equal("suppressed suppressed suppressed", await Of("?from=2015-06-08&to=2015-06-09"));
        Assert.Equal("suppressed suppressed suppressed", await Of("?from=2015-06-10&to=2015-06-11"));
        Assert.Equal("value value value", await Of("?from=2015-06-11"));
        // All that is hidden together: the whole without the other days tells it already.
        Assert.Equal("value value value", await Of("?from=2015-06-09&to=2015-06-10"));
    }

    [Fact]
    public async Task What_people_entered_stands_in_the_days_that_it_is_about()
    {
        await using var engine = await HeardAsync(5);
        foreach (var (date, count) in new[] { ("2015-06-05", "1000"), ("2015-06-09", "1200"), ("2015-06-12", "1500") })
        {
            await Entering.PutAsync(engine, "followers", date, Entering.Followers(count));
            await Entering.PutAsync(engine, "leaflets", date, Entering.Json(count));
            await Entering.PutInputAsync(engine, "mediaSpend", date, Entering.Json(count));
        }

        var window = (await GetAsync(engine, "?from=2015-06-08&to=2015-06-10")).Json;
        var before = (await GetAsync(engine, "?from=2015-06-06&to=2015-06-07")).Json;

        Assert.Equal(["followers 2015-06-09 1200", "leaflets 2015-06-09 1200"], window.GetProperty("reported").EnumerateArray().Select(one => $"{one.GetProperty("name").GetString()} {one.GetProperty("date").GetString()} {one.GetProperty("value").GetDecimal():0}"));
        Assert.Equal((200, "2015-06-05"), (Long(window.GetProperty("accounts").EnumerateArray().First(account => account.GetProperty("growth").ValueKind == JsonValueKind.Number), "growth"), "2015-06-05"));
        Assert.Equal(1200, window.GetProperty("inputs").EnumerateObject().Single().Value.GetProperty("total").GetDecimal());
        Assert.Empty(before.GetProperty("reported").EnumerateArray());
        Assert.All([window, before], each => FigureWalkTests.Walked(each));
    }

    [Theory]
    [InlineData("?from=8%20June", 400, "from must be a date")]
    [InlineData("?from=2015-06-31&to=", 400, "from and to must be a date")]
    [InlineData("?from=2015-06-08&from=2015-06-09", 400, "given once")]
    [InlineData("?from=2015-06-04", 422, "from: must be a day of the campaign, from 2015-06-05 to 2015-06-21")]
    [InlineData("?from=2015-06-30&to=2015-06-01&format=xml", 422, "format: from: to: to: must not come before from")]
    [InlineData("?from=2015-06-09&to=2015-06-08", 422, "to: must not come before from")]
    public async Task What_are_no_days_of_the_campaign_is_refused_all_at_once(string query, int status, string said)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        foreach (var answer in new[] { await GetAsync(engine, query), await Reporting.GetAsync(engine, query) })
        {
            Assert.Equal(status, answer.Status);
            var words = status == 400 ? answer.Json.GetProperty("detail").GetString()! : string.Join(' ', answer.Faults);
            Assert.All(said.Split(": "), word => Assert.Contains(word, words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_same_days_leave_as_CSV_as_a_report_and_as_headers_alone()
    {
        await using var engine = await HeardAsync(5);
        const string query = "?from=2015-06-08&to=2015-06-09";
        var request = Call.Request(engine, "GET", $"/api/campaigns/missing-type/results.csv{query}");

        var csv = await Call.AnswerAsync(request, engine.Function<GetResultsCsv>().Run(request, "missing-type", default));
        var head = await GetAsync(engine, query, "HEAD");
        var report = JsonDocument.Parse((await Reporting.GetAsync(engine, query + "&format=json")).Text).RootElement;

        Assert.Contains("missing-type,2015-06-08T00:00:00+01:00,2015-06-10T00:00:00+01:00,/mentions,,30,", csv.Text, StringComparison.Ordinal);
        Assert.Equal((200, ""), (head.Status, head.Text));
        Assert.Equal((await GetAsync(engine, query)).ETag, head.ETag);
        Assert.Equal(("2015-06-08", "2015-06-09"), (report.GetProperty("firstDay").GetString(), report.GetProperty("lastDay").GetString()));
        Assert.StartsWith("40 uses", report.GetProperty("story")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("not of the whole campaign", report.GetProperty("limits")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_campaign_costs_no_more_reads()
    {
        async Task<int> ReadsAsync(int days)
        {
            await using var wire = await TableWire.StartAsync(azurite);
            await using var engine = await wire.EngineAsync(azurite);
            await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("2015-06-21", "2015-09-21", StringComparison.Ordinal));
            await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, days).Select(day => Line.Of($"{day}", createdAt: new DateTime(2015, 6, 6, 10, 0, 0, DateTimeKind.Utc).AddDays(day).ToString("O"), author: "a"))));
            await GetAsync(engine, "?from=2015-06-08");
            wire.Forget();
            Assert.Equal(200, (await GetAsync(engine, "?from=2015-06-08")).Status);
            return wire.Seen.Count;
        }

        var few = await ReadsAsync(3);
        Assert.Equal(few, await ReadsAsync(90));
        Assert.InRange(few, 1, 8);
    }

    /// <summary>Ten people, each twice on the eighth, on x and bluesky, and once on each of the next two days.</summary>
    private async Task<TestEngine> HeardAsync(int suppressBelow)
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"plan\"", $"\"suppressBelow\": {suppressBelow}, \"objectives\": [{{ \"metric\": \"uses\", \"layer\": \"output\", \"target\": 10 }}], \"plan\"", StringComparison.Ordinal));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, 10).SelectMany(author => new[]
        {
            Line.Of($"a{author}", "#MissingType #NationalBloodWeek", "2015-06-08T10:00:00Z", author: $"p{author}", followers: 10, likes: 0),
            Line.Of($"b{author}", createdAt: "2015-06-08T11:00:00Z", author: $"p{author}", followers: 10, likes: 0),
            Line.Of($"c{author}", createdAt: "2015-06-09T11:00:00Z", channel: "bluesky", author: $"p{author}", followers: 10, likes: 0),
            Line.Of($"d{author}", createdAt: "2015-06-10T11:00:00Z", author: $"p{author}", followers: 10),
        })));
        return engine;
    }

    private static Task<Answer> GetAsync(TestEngine engine, string query, string method = "GET")
    {
        var isHeader = method.Contains(':', StringComparison.Ordinal);
        var request = Call.Request(engine, isHeader ? "GET" : method, $"/api/campaigns/missing-type/results{query}", null, isHeader ? [method] : []);
        return Call.AnswerAsync(request, engine.Function<GetResults>().Run(request, "missing-type", default));
    }

    private static string? Status(JsonElement results, string pointer) => Text(results, pointer, "status");

    private static string? Text(JsonElement results, string pointer, string field) => results.GetProperty("figures").GetProperty(pointer).GetProperty(field).GetString();

    private static long Long(JsonElement json, string name) => (long)json.GetProperty(name).GetDouble();
}
