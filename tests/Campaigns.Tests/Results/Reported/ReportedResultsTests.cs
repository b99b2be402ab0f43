using System.Globalization;
using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results.Reported;

public sealed class ReportedResultsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_people_say_stands_beside_what_was_counted_and_is_never_added_to_it()
    {
        await using var engine = await StartAsync();
        await Entering.PutAsync(engine, "people-engaged", "2015-06-14", Entering.Engaged.Replace("478480", "200000", StringComparison.Ordinal));
        await Entering.PutAsync(engine, "people-engaged", "2015-06-21", Entering.Engaged);
        await Entering.PutAsync(engine, "image-likes", "2015-06-21", Entering.Json("1700"));
        await Entering.PutAsync(engine, "reach", "2015-06-21", Entering.Json("null", ", \"status\": \"not_permitted\""));

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a", likes: 3));

        Assert.Equal(
            ["image-likes 2015-06-21 1700 self-reported", "people-engaged 2015-06-21 478480 self-reported", "reach 2015-06-21 null self-reported"],
            results.GetProperty("reported").EnumerateArray().Select(one =>
                $"{one.GetProperty("name").GetString()} {one.GetProperty("date").GetString()} {one.GetProperty("value").GetRawText()} {one.GetProperty("source").GetString()}"));
        Assert.Equal(3, results.GetProperty("engagements").GetProperty("likes").GetInt64());
        var figures = results.GetProperty("figures");
        Assert.Equal(
            """{"value":478480,"status":"value","definition":"reported@1","source":"self-reported","asOf":"2015-06-22T00:00:00+01:00","coverage":null}""",
            figures.GetProperty("/reported/1/value").GetRawText());
        Assert.Equal("not_permitted", figures.GetProperty("/reported/2/value").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_latest_day_counts_whatever_the_order_in_which_days_were_entered_and_withdrawn() =>
        await Task.Run(() => Prop.ForAll(
            Gen.Zip(Gen.Choose(1, 5), Gen.Choose(-1, 3)).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary(),
            steps => RunAsync(steps).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(8)));

    [Fact]
    public async Task G7_an_instagram_profile_grew_by_66_percent_from_a_dated_baseline()
    {
        await using var engine = await StartAsync();
        await Entering.PutAsync(engine, "followers", "2015-06-01", Entering.Followers("900"));
        await Entering.PutAsync(engine, "followers", "2015-06-05", Entering.Followers("1000"));
        await Entering.PutAsync(engine, "followers", "2015-06-12", Entering.Followers("1400", "nhsbt"));
        await Entering.PutAsync(engine, "followers", "2015-06-21", Entering.Followers("1660", "@NHSBT"));
        await Entering.PutAsync(engine, "followers", "2015-07-21", Entering.Followers("9000"));

        var results = await ListeningRun.ResultsAsync(engine);
        var account = results.GetProperty("accounts").EnumerateArray().Single(one => one.GetProperty("channel").GetString() == "instagram");

        Assert.Equal(
            ("2015-06-05", "1000", "2015-06-21", "1660", "660", "66"),
            (Text(account, "baselineDate"), Raw(account, "baseline"), Text(account, "date"), Raw(account, "followers"), Raw(account, "growth"), Raw(account, "growthPercent")));
        Assert.Equal(1, results.GetProperty("figures").GetProperty("/accounts/2/growthPercent").GetProperty("coverage").GetDouble());
        Assert.Equal(["bluesky", "facebookgroup", "instagram"], results.GetProperty("accounts").EnumerateArray().Select(one => Text(one, "channel")));
    }

    [Theory]
    [InlineData("0", "50", "50", "not_offered", 1.0)]
    [InlineData("null", "50", "null", "not_yet", 0.0)]
    [InlineData("50", "null", "null", "not_yet", 0.0)]
    [InlineData("50", "50", "0", "zero", 1.0)]
    [InlineData("50", "25", "-25", "value", 1.0)]
    public async Task Growth_in_percent_is_undefined_where_the_baseline_is_zero_or_unknown(string first, string last, string growth, string status, double coverage)
    {
        await using var engine = await StartAsync();
        await Entering.PutAsync(engine, "followers", "2015-06-05", Entering.Followers(first));
        await Entering.PutAsync(engine, "followers", "2015-06-21", Entering.Followers(last));

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal(growth, Raw(results.GetProperty("accounts")[2], "growth"));
        var figure = results.GetProperty("figures").GetProperty("/accounts/2/growthPercent");
        Assert.Equal(status, Text(figure, "status"));
        Assert.True(status == "not_yet" || figure.GetProperty("coverage").GetDouble() == coverage);
    }

    [Fact]
    public async Task Inputs_add_up_by_unit_and_are_set_against_uses()
    {
        await using var engine = await StartAsync();
        await InputAsync(engine, "mediaSpend", "2015-06-05", "100.50");
        await InputAsync(engine, "mediaSpend", "2015-06-06", "99.5");
        await InputAsync(engine, "platformCharges", "2015-06-06", "null");
        await InputAsync(engine, "platformCharges", "2015-06-07", "10", ", \"currency\": \"USD\"");
        await InputAsync(engine, "staffHours", "2015-06-06", "7.5", ", \"channel\": \"facebook\"");

        var before = await ListeningRun.ResultsAsync(engine);
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1"), Line.Of("2"), Line.Of("3"), Line.Of("4")));

        var pounds = results.GetProperty("inputs").GetProperty("GBP");
        Assert.Equal("""{"mediaSpend":200.00,"platformCharges":null}""", pounds.GetProperty("byName").GetRawText());
        Assert.Equal(("200.00", "1", "50", "null"), (Raw(pounds, "total"), Raw(pounds, "unknown"), Raw(pounds, "perUse"), Raw(pounds, "perAnswer")));
        Assert.Equal(("2.5", "1.875"), (Raw(results.GetProperty("inputs").GetProperty("USD"), "perUse"), Raw(results.GetProperty("inputs").GetProperty("hours"), "perUse")));
        Assert.Equal(
            ("not_yet", "value", "not_yet", "not_offered"),
            (Status(before, "/inputs/GBP/perUse"), Status(results, "/inputs/GBP/perUse"), Status(results, "/inputs/GBP/perAnswer"), Status(results, "/inputs/GBP/byName/platformCharges")));
    }

    [Fact]
    public async Task A_cost_per_use_is_undefined_where_there_are_no_uses()
    {
        await using var engine = await StartAsync("\"topics\": [{ \"id\": \"a\", \"any\": [\"give blood\"] }], ");
        await InputAsync(engine, "mediaSpend", "2015-06-05", "100");

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", text: "give blood", author: "a"));

        Assert.Equal("null", Raw(results.GetProperty("inputs").GetProperty("GBP"), "perUse"));
        Assert.Equal("not_offered", Status(results, "/inputs/GBP/perUse"));
    }

    [Theory]
    [InlineData("mediaSpend", "-1", "", "value")]
    [InlineData("mediaSpend", "1", ", \"currency\": \"pounds\"", "currency")]
    [InlineData("staffHours", "1", ", \"currency\": \"GBP\"", "currency")]
    [InlineData("staffHours", "1", ", \"unit\": \"days\"", "unit")]
    [InlineData("lunch", "1", "", "name")]
    public async Task An_input_has_a_known_name_and_a_unit_that_can_be_added(string name, string value, string more, string field)
    {
        await using var engine = await StartAsync();
        var answer = await Entering.PutInputAsync(engine, name, "2015-06-05", Entering.Json(value, more));

        Assert.Equal(422, answer.Status);
        Assert.StartsWith(field, Assert.Single(answer.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_cost_one_read_more_however_much_was_entered()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        for (var day = 1; day <= 20; day++)
        {
            await Entering.PutAsync(engine, "followers", string.Create(CultureInfo.InvariantCulture, $"2015-06-{day:00}"), Entering.Followers($"{day}"));
            await Entering.PutInputAsync(engine, "staffHours", string.Create(CultureInfo.InvariantCulture, $"2015-06-{day:00}"), Entering.Json("1"));
        }

        wire.Forget();
        await ListeningRun.ResultsAsync(engine);

        Assert.Single(wire.Seen, request => request.Contains("Reported", StringComparison.Ordinal));
    }

    private static Task<Answer> InputAsync(TestEngine engine, string name, string date, string value, string more = "") =>
        Entering.PutInputAsync(engine, name, date, Entering.Json(value, more));

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();

    private static string Raw(JsonElement value, string name) => value.GetProperty(name).GetRawText();

    private static string? Status(JsonElement results, string pointer) => Text(results.GetProperty("figures").GetProperty(pointer), "status");

    /// <summary>Steps of a day and a value; below 0 the day is withdrawn.</summary>
    private async Task RunAsync((int Day, int Value)[] steps)
    {
        await using var engine = await StartAsync();
        var (known, said) = (new SortedDictionary<int, int>(), new Dictionary<int, int>());
        foreach (var (day, value) in steps)
        {
            var date = $"2015-06-0{day}";
            var before = await Entering.GetAsync(engine, "leaflets", date);
            if (value < 0)
            {
                Assert.Equal(before.Status == 404 ? 404 : 204, (await Entering.DeleteAsync(engine, "leaflets", date)).Status);
                said[day] = said.GetValueOrDefault(day) + (known.Remove(day) ? 1 : 0);
                continue;
            }

            var put = await Entering.PutAsync(engine, "leaflets", date, Entering.Json($"{value}"), "", before.Status == 200 ? [$"If-Match: {before.ETag}"] : []);
            Assert.Equal(before.Status == 200 ? 200 : 201, put.Status);
            said[day] = said.GetValueOrDefault(day) + (known.TryGetValue(day, out var same) && same == value ? 0 : 1);
            known[day] = value;
        }

        var reported = (await ListeningRun.ResultsAsync(engine)).GetProperty("reported").EnumerateArray().Select(one => $"{Text(one, "date")} {Raw(one, "value")}");
        Assert.Equal(known.Count == 0 ? [] : [$"2015-06-0{known.Last().Key} {known.Last().Value}"], reported);
        foreach (var (day, versions) in said.Where(one => one.Value > 0))
        {
            Assert.Equal(versions, (await Entering.GetAsync(engine, "leaflets", $"2015-06-0{day}")).Json.GetProperty("versions").GetArrayLength());
        }
    }

    private async Task<TestEngine> StartAsync(string more = "")
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"plan\"", $"{more}\"plan\"", StringComparison.Ordinal));
        return engine;
    }
}
