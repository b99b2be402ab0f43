using Campaigns.Results;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Report;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results;

/// <summary>What an answer costs to read, counted at the wire and held to the limits of docs/metrics.md: the campaign, its summary and its coverage, and one read for each further section.</summary>
public sealed class ResultsReadsTests(AzuriteFixture azurite)
{
    // What texts come to, what was entered, what was published, whom the campaign names, and what those said.
    private static readonly string[] Whole = ["Campaigns", "Coverage", "Insight", "Posts", "Reported", "Summaries", "Summaries", "Supporters"];
    private static readonly string[] Days = ["Summaries"];
    private static readonly string[] Other = ["Campaigns", "Summaries"];

    private static readonly string Earlier = SampleCampaign.Json.Replace("2015-06", "2014-06", StringComparison.Ordinal);
    private static readonly string Compared = SampleCampaign.Json.Replace("\"plan\"", "\"compareWith\": \"last-year\", \"plan\"", StringComparison.Ordinal);

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Days_and_days_to_compare_them_with_cost_one_read_more_however_many_both_are(int mentions)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        await HearAsync(engine, mentions);

        Assert.Equal(Whole, await ReadsAsync(wire, engine, ""));
        foreach (var query in new[] { "?from=2015-06-08", "?to=2015-06-08", "?from=2015-06-06&to=2015-06-20", "?compareTo=2015-06-08", "?from=2015-06-12&compareFrom=2015-06-06&compareTo=2015-06-10", "?from=2015-06-05&compareFrom=2015-06-05" })
        {
            Assert.Equal(Sorted(Whole, Days), await ReadsAsync(wire, engine, query));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public async Task An_earlier_campaign_costs_two_reads_and_as_many_of_its_days_two_more(int mentions)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        var clock = TestClock.At("2015-06-12T09:00:00Z");
        await using var engine = await wire.EngineAsync(azurite, clock: clock);
        await SampleCampaign.PutAsync(engine, "last-year", Earlier);
        await SampleCampaign.PutAsync(engine, json: Compared);
        await HearAsync(engine, mentions);

        Assert.Equal(Sorted(Whole, Days, Other, Days), await ReadsAsync(wire, engine, ""));
        Assert.Equal(Sorted(Whole, Days), await ReadsAsync(wire, engine, "?from=2015-06-08"));
        clock.Set(new DateTimeOffset(2015, 6, 25, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(Sorted(Whole, Other), await ReadsAsync(wire, engine, ""));
    }

    [Fact]
    public async Task A_report_reads_the_days_beside_what_results_read_and_the_supporters_only_where_it_names_them()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        await HearAsync(engine, 30);

        foreach (var (query, more) in new[] { ("", 2), ("?compareFrom=2015-06-06&compareTo=2015-06-08", 2), ("?from=2015-06-08&compareTo=2015-06-07", 1) })
        {
            wire.Forget();
            Assert.Equal(200, (await Reporting.GetAsync(engine, query)).Status);
            Assert.Equal(Sorted(Whole, [.. Enumerable.Repeat("Summaries", more)]), Names(wire, engine));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?compareTo=2015-06-08")]
    [InlineData("report")]
    public async Task Organisations_active_are_of_the_same_roll_up_as_the_totals_though_one_comes_between_the_reads(string asked)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, [.. new[] { "a1", "a2", "a3" }.Select(author => Supporting.Organisation(id: author, name: author))]);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a1"));
        await ListeningRun.PostAsync(engine, Line.Of("2", author: "a2"));
        await ListeningRun.TrackAsync(engine);
        var (isRolledUp, isReport) = (false, asked == "report");
        wire.Forget();
        wire.Lets = request =>
        {
            // The totals were read before what supporters said; a report had that with them, and asks for it once more with the rest.
            if (!isRolledUp && request.EndsWith("Summaries()", StringComparison.Ordinal) && wire.Queries.Count(query => query.Contains("supporters", StringComparison.Ordinal)) == (isReport ? 2 : 1))
            {
                isRolledUp = true;
                ListeningRun.SweepAsync(engine).GetAwaiter().GetResult();
            }

            return true;
        };

        var answer = isReport ? await Reporting.GetAsync(engine, "?format=json") : await AnswerAsync(engine, asked);

        Assert.True(isRolledUp);
        Assert.Equal(isReport ? (1, 1) : (2, 2), isReport
            ? (Cited(answer, "/mentions"), Cited(answer, "/organisationsActive/active"))
            : (answer.Json.GetProperty("mentions").GetInt32(), answer.Json.GetProperty("organisationsActive").GetProperty("active").GetInt32()));
    }

    [Theory]
    [InlineData("day", 5)]
    [InlineData("hour", 4)]
    public async Task A_timeline_reads_the_days_and_what_texts_come_to_where_it_tells_that(string grain, int reads)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        await HearAsync(engine, 200);
        wire.Forget();

        await ListeningRun.TimelineAsync(engine, grain);

        Assert.Equal(new[] { "Campaigns", "Coverage", "Insight", "Summaries", "Summaries" }.Where(name => reads == 5 || name != "Insight"), Names(wire, engine));
    }

    private static int Cited(Answer report, string path) =>
        report.Json.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("path").GetString() == path).GetProperty("value").GetInt32();

    private static async Task HearAsync(TestEngine engine, int mentions)
    {
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "a1"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, mentions).Select(number => Line.Of($"{number}", author: $"a{number}", createdAt: $"2015-06-{6 + (number % 6):00}T07:00:00Z"))));
    }

    private static async Task<string[]> ReadsAsync(TableWire wire, TestEngine engine, string query)
    {
        wire.Forget();
        await AnswerAsync(engine, query);
        return Names(wire, engine);
    }

    private static async Task<Answer> AnswerAsync(TestEngine engine, string query)
    {
        var request = Call.Request(engine, "GET", $"/api/campaigns/missing-type/results{query}");
        var answer = await Call.AnswerAsync(request, engine.Function<GetResults>().Run(request, "missing-type", default));
        Assert.True(answer.Status == 200, answer.Text);
        return answer;
    }

    private static string[] Names(TableWire wire, TestEngine engine)
    {
        Assert.All(wire.Seen, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        return [.. wire.Seen.Select(request => request.Split('(')[0].Split('/')[^1][engine.Prefix.Length..]).Order(StringComparer.Ordinal)];
    }

    private static string[] Sorted(params string[][] reads) => [.. reads.SelectMany(each => each).Order(StringComparer.Ordinal)];
}
