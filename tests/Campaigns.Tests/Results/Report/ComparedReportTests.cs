using AngleSharp.Html.Parser;
using Campaigns.Http;
using Campaigns.Results.Report;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Markdig;

namespace Campaigns.Tests.Results.Report;

/// <summary>What a report says of other days, and of an earlier campaign.</summary>
public sealed class ComparedReportTests(AzuriteFixture azurite)
{
    private const string Days = "?from=2015-06-12&to=2015-06-13&compareFrom=2015-06-05&compareTo=2015-06-05";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();

    [Fact]
    public async Task Days_stand_beside_other_days_in_the_story_and_in_the_table_of_each_form()
    {
        await using var engine = await WeekAsync();

        var told = (await Reporting.GetAsync(engine, $"{Days}&format=json")).Json;
        var page = new HtmlParser().ParseDocument((await Reporting.GetAsync(engine, Days)).Text);
        var written = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml((await Reporting.GetAsync(engine, $"{Days}&format=md")).Text, Markdown));

        const string said = "Compared with 5 June 2015 (1 day, and these are 2), 3 uses against 1 (200% more) and 3 mentions against 1 (200% more).";
        Assert.Contains(said, told.GetProperty("story").EnumerateArray().Select(sentence => sentence.GetProperty("text").GetString()));
        var line = page.QuerySelectorAll("section[aria-labelledby=story] li").Single(line => line.TextContent == said);
        Assert.Equal(6, line.QuerySelectorAll("a.figure").Length);
        Assert.All(line.QuerySelectorAll("a.figure"), link => Assert.StartsWith("/api/definitions/", page.GetElementById(link.GetAttribute("href")![1..])!.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains(written.QuerySelectorAll("li"), one => one.TextContent == said);

        var comparison = told.GetProperty("comparison");
        Assert.Equal(("days", "2015-06-05", "2015-06-05"), (comparison.GetProperty("with").GetString(), comparison.GetProperty("firstDay").GetString(), comparison.GetProperty("lastDay").GetString()));
        string[][] rows = [["Mentions", "3", "1", "2", "200%"], ["Uses", "3", "1", "2", "200%"]];
        var table = page.QuerySelector("section[aria-labelledby=comparison] table")!;
        Assert.Equal("12 to 13 June 2015 and 5 June 2015, however many days each are", table.QuerySelector("caption")!.TextContent);
        Assert.Equal(["Figure", "These days", "The others", "Change", "In percent"], table.QuerySelectorAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(rows, table.QuerySelectorAll("tbody tr").Take(2).Select(row => row.Children.Select(cell => cell.TextContent).ToArray()));
        Assert.Equal("2 days are compared with 1: sums grow with their number.", page.QuerySelector("section[aria-labelledby=comparison] li")!.TextContent);
        Assert.Contains(written.QuerySelectorAll("tr"), row => row.Children.Select(cell => cell.TextContent).SequenceEqual(rows[1]));
        Assert.Contains(written.QuerySelectorAll("li"), one => one.TextContent.StartsWith("2 days are compared with 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?from=2015-06-05&to=2015-06-05&compareFrom=2015-06-12&compareTo=2015-06-12", "Compared with 12 June 2015, 1 use against 2 (50% fewer) and 1 contributor against 1 (as many).")]
    [InlineData("?from=2015-06-13&to=2015-06-13&compareFrom=2015-06-05&compareTo=2015-06-05", "Compared with 5 June 2015, 1 use against 1 (as many) and 1 mention against 1 (as many).")]
    [InlineData("?from=2015-06-12&to=2015-06-12&compareFrom=2015-06-08&compareTo=2015-06-08", "Compared with 8 June 2015, 2 uses against 0 (2 more) and 1 contributor against 0 (1 more).")]
    [InlineData("?compareTo=2015-06-05", "Compared with 5 June 2015 (1 day, and these are 17), 4 uses against 1 (300% more) and 1 contributor against 1 (as many).")]
    public async Task The_story_says_which_way_it_went(string query, string said)
    {
        await using var engine = await WeekAsync();

        var story = (await Reporting.GetAsync(engine, $"{query}&format=json")).Json.GetProperty("story").EnumerateArray().Select(sentence => sentence.GetProperty("text").GetString());

        Assert.Contains(said, story);
    }

    [Fact]
    public async Task An_earlier_campaign_is_told_of_like_for_like_while_this_one_runs_and_whole_once_it_is_over()
    {
        var clock = TestClock.At("2015-06-09T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, "last-year", SampleCampaign.Json.Replace("2015-06", "2014-06", StringComparison.Ordinal).Replace("\"Missing Type\"", "\"Last <b>year</b>\"", StringComparison.Ordinal));
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"plan\"", "\"compareWith\": \"last-year\", \"plan\"", StringComparison.Ordinal));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("old-1", createdAt: "2014-06-06T10:00:00Z", author: "a"), Line.Of("old-2", createdAt: "2014-06-12T10:00:00Z", author: "b")), campaign: "last-year");
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", createdAt: "2015-06-05T10:00:00Z", author: "a"), Line.Of("2", createdAt: "2015-06-08T10:00:00Z", author: "b"), Line.Of("3", createdAt: "2015-06-09T11:00:00Z", author: "c")));

        var running = await Reporting.PageAsync(engine);
        clock.Set(new DateTimeOffset(2015, 6, 22, 12, 0, 0, TimeSpan.Zero));
        var over = await Reporting.PageAsync(engine);
        var unknown = await AsReaderAsync(engine);

        Assert.Contains("In its first 4 days, compared with as many of Last <b>year</b>, 2 uses against 1 (100% more) and 2 mentions against 1 (100% more).", Story(running));
        Assert.Equal(
            ["The first 4 days of this campaign, and as many of Last <b>year</b>", "This campaign and Last <b>year</b>, however long each was"],
            running.QuerySelectorAll("section[aria-labelledby=comparison] caption").Select(caption => caption.TextContent));
        Assert.Contains("Compared with Last <b>year</b>, 3 uses against 2 (50% more) and 3 contributors against 2 (50% more).", Story(over));
        Assert.Equal(["This campaign and Last <b>year</b>, however long each was"], over.QuerySelectorAll("section[aria-labelledby=comparison] caption").Select(caption => caption.TextContent));
        Assert.All([running, over], page => Assert.Empty(page.QuerySelectorAll("b")));
        Assert.DoesNotContain("Last", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("This campaign and another one", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_days_do_not_tell_says_why_and_between_which_numbers_it_lies()
    {
        await using var engine = await WeekAsync();

        var told = (await Reporting.GetAsync(engine, "?from=2015-06-05&to=2015-06-12&format=json")).Json;

        Assert.Contains("Between 1 and 2 contributors took part: whoever spoke on several days counts once.", told.GetProperty("story").EnumerateArray().Select(sentence => sentence.GetProperty("text").GetString()));
        Assert.Contains(told.GetProperty("notKnown").EnumerateArray(), gap => gap.GetProperty("what").GetString() == "Contributors" && gap.GetProperty("why").GetString()!.Contains("kept by the day", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?compareFrom=June", 400)]
    [InlineData("?compareFrom=2015-06-09&compareTo=2015-06-08", 422)]
    [InlineData("?compareTo=2016-06-08", 422)]
    public async Task What_are_no_days_to_compare_with_is_refused_as_results_refuse_it(string query, int status)
    {
        await using var engine = await WeekAsync();

        Assert.Equal(status, (await Reporting.GetAsync(engine, query)).Status);
    }

    private static IEnumerable<string> Story(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll("section[aria-labelledby=story] li").Select(line => line.TextContent);

    private static async Task<Answer> AsReaderAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type/results/report");
        request.HttpContext.Features.Set(new Caller("key:reader", [Role.Reader], ["missing-type"]));
        return await Call.AnswerAsync(request, engine.Function<GetReport>().Run(request, "missing-type", default));
    }

    /// <summary>One mention on the fifth, two on the twelfth, one on the thirteenth.</summary>
    private async Task<TestEngine> WeekAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-22T12:00:00Z"));
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"plan\"", "\"suppressBelow\": 0, \"plan\"", StringComparison.Ordinal));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2015-06-05T10:00:00Z", author: "a"), Line.Of("2", createdAt: "2015-06-12T10:00:00Z", author: "a"),
            Line.Of("3", createdAt: "2015-06-12T11:00:00Z", author: "a"), Line.Of("4", createdAt: "2015-06-13T11:00:00Z")));
        return engine;
    }
}
