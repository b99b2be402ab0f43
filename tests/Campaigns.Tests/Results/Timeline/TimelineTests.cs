using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Timeline;

public sealed class TimelineTests(AzuriteFixture azurite)
{
    private const string Spring = """
        { "name": "Clocks", "start": "2025-03-29", "end": "2025-10-27", "timeZone": "Europe/London",
          "hashtags": ["#MissingType"], "suppressBelow": 0, "plan": { "tell": "t", "hear": "h", "act": "a" } }
        """;

    [Fact]
    public async Task Days_are_local_and_have_23_or_25_hours_where_the_clocks_change()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2025-03-29T23:59:59Z"), Line.Of("2", createdAt: "2025-03-30T22:59:59Z"), Line.Of("3", createdAt: "2025-03-30T23:00:00Z"),
            Line.Of("4", createdAt: "2025-10-25T23:00:00Z"), Line.Of("5", createdAt: "2025-10-26T23:59:59Z")), campaign: "clocks");

        var rows = Rows(await ListeningRun.TimelineAsync(engine, "day", "clocks"));

        Assert.Equal(
            ["2025-03-29T00:00:00+00:00 2025-03-30T00:00:00+00:00 1", "2025-03-30T00:00:00+00:00 2025-03-31T00:00:00+01:00 1", "2025-03-31T00:00:00+01:00 2025-04-01T00:00:00+01:00 1"],
            rows[..3]);
        Assert.Equal("2025-10-26T00:00:00+01:00 2025-10-27T00:00:00+00:00 2", rows[^1]);
        Assert.Equal(212, rows.Length);
    }

    [Fact]
    public async Task Hours_follow_each_other_without_a_gap_over_the_change_of_the_clocks()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2025-03-30T00:30:00Z"), Line.Of("2", createdAt: "2025-03-30T02:30:00Z")), campaign: "clocks");

        var rows = Rows(await ListeningRun.TimelineAsync(engine, "hour", "clocks"));

        Assert.Equal(
            ["2025-03-30T00:00:00+00:00 2025-03-30T02:00:00+01:00 1", "2025-03-30T02:00:00+01:00 2025-03-30T03:00:00+01:00 0", "2025-03-30T03:00:00+01:00 2025-03-30T04:00:00+01:00 1"],
            rows);
    }

    [Fact]
    public async Task Contributors_of_a_day_are_a_union_of_its_hours()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2025-05-01T08:00:00Z", author: "a", followers: 5), Line.Of("2", createdAt: "2025-05-01T09:00:00Z", author: "a", followers: 6)), campaign: "clocks");

        var day = Assert.Single((await ListeningRun.TimelineAsync(engine, "day", "clocks")).GetProperty("rows").EnumerateArray());

        Assert.Equal((1, 6, 11), (Long(day, "contributors"), Long(day, "potentialReach"), Long(day, "potentialImpressions")));
        Assert.Equal("""{"total":2,"byHashtag":{"missingtype":2}}""", day.GetProperty("uses").GetRawText());
    }

    [Fact]
    public async Task By_the_hour_no_figure_about_people_leaves()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2025-05-01T08:00:00Z", author: "a", followers: 5), Line.Of("2", createdAt: "2025-05-01T10:00:00Z", author: "a", followers: 6)), campaign: "clocks");

        var timeline = await ListeningRun.TimelineAsync(engine, "hour", "clocks");
        var hours = timeline.GetProperty("rows").EnumerateArray().ToArray();

        Assert.Equal("suppressed", timeline.GetProperty("people").GetString());
        Assert.Equal([1, 0, 1], hours.Select(hour => Long(hour, "mentions")));
        foreach (var people in new[] { "contributors", "potentialReach", "potentialImpressions" })
        {
            Assert.Equal(["null", "0", "null"], hours.Select(hour => hour.GetProperty(people).GetRawText()));
        }
    }

    [Fact]
    public async Task The_hour_that_comes_twice_in_autumn_stands_twice_and_belongs_to_a_day_of_25_hours()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2025-10-26T00:30:00Z"), Line.Of("2", createdAt: "2025-10-26T01:30:00Z"), Line.Of("3", createdAt: "2025-10-26T01:45:00Z")), campaign: "clocks");

        Assert.Equal(
            ["2025-10-26T01:00:00+01:00 2025-10-26T01:00:00+00:00 1", "2025-10-26T01:00:00+00:00 2025-10-26T02:00:00+00:00 2"],
            Rows(await ListeningRun.TimelineAsync(engine, "hour", "clocks")));
        var day = Assert.Single((await ListeningRun.TimelineAsync(engine, "day", "clocks")).GetProperty("rows").EnumerateArray());
        Assert.Equal(25, (day.GetProperty("to").GetDateTimeOffset() - day.GetProperty("from").GetDateTimeOffset()).TotalHours);
    }

    [Fact]
    public async Task Days_of_few_people_are_hidden_and_one_more_where_the_whole_would_give_the_only_one_away()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            new[] { (Day: 8, People: 9), (Day: 9, People: 4), (Day: 11, People: 6) }.SelectMany(day => Enumerable.Range(0, day.People).Select(author =>
                Line.Of($"{day.Day}.{author}", createdAt: $"2015-06-{day.Day:00}T10:00:00Z", author: $"{author}", followers: 10)))));

        var timeline = await ListeningRun.TimelineAsync(engine, "day");
        var rows = timeline.GetProperty("rows").EnumerateArray().ToArray();

        Assert.Equal(["9", "null", "0", "null"], rows.Select(row => row.GetProperty("contributors").GetRawText()));
        Assert.Equal(["90", "null", "0", "null"], rows.Select(row => row.GetProperty("potentialImpressions").GetRawText()));
        Assert.Equal([9, 4, 0, 6], rows.Select(row => Long(row, "mentions")));
        Assert.Equal(
            ["contributors", "potentialReach", "potentialImpressions"],
            rows[1].GetProperty("suppressed").EnumerateArray().Select(name => name.GetString()!).Where(name => !name.StartsWith("sentiment/", StringComparison.Ordinal)));
        var union = timeline.GetProperty("unions").GetProperty("contributors");
        Assert.Equal((9, JsonValueKind.Null), (Long(union, "atLeast"), union.GetProperty("atMost").ValueKind));
    }

    [Fact]
    public async Task Before_the_first_roll_up_there_are_no_rows_and_an_unknown_grain_is_refused()
    {
        await using var engine = await StartAsync();
        var request = Call.Request(engine, "GET", "/api/campaigns/clocks/results/timeline?grain=week");

        Assert.Empty((await ListeningRun.TimelineAsync(engine, "day", "clocks")).GetProperty("rows").EnumerateArray());
        Assert.Equal(422, (await Call.AnswerAsync(request, engine.Function<Campaigns.Results.Timeline.GetTimeline>().Run(request, "clocks", default))).Status);
    }

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, "clocks", Spring);
        return engine;
    }

    private static string[] Rows(JsonElement timeline) => [.. timeline.GetProperty("rows").EnumerateArray()
        .Select(row => $"{row.GetProperty("from").GetString()} {row.GetProperty("to").GetString()} {row.GetProperty("mentions").GetInt64()}")];

    private static long Long(JsonElement row, string name) => row.GetProperty(name).GetInt64();
}
