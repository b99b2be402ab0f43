using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Report;

/// <summary>The page as somebody meets it who hears it, or follows its links.</summary>
public sealed class ReportPageTests(AzuriteFixture azurite)
{
    private const string Objectives = """
        "objectives": [{ "metric": "uses", "layer": "output", "target": 5 }], "plan":
        """;

    [Fact]
    public async Task Its_language_landmarks_and_headings_are_those_of_a_well_made_page()
    {
        var page = await RichAsync();

        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Missing Type: campaign report", page.Title);
        Assert.Equal((1, 1, 1), (page.QuerySelectorAll("main").Length, page.QuerySelectorAll("body > header").Length, page.QuerySelectorAll("h1").Length));
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToArray();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, string.Join(' ', levels)));
        Assert.All(page.QuerySelectorAll("body > *"), element => Assert.Contains(element.LocalName, new[] { "header", "main" }));
        Assert.All(page.QuerySelectorAll("section"), section => Assert.Equal("H2", page.GetElementById(section.GetAttribute("aria-labelledby")!)?.TagName));
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_headers_for_each_column_and_row()
    {
        var page = await RichAsync();

        Assert.Equal(4, page.QuerySelectorAll("table").Length);
        Assert.All(page.QuerySelectorAll("table"), table =>
        {
            Assert.NotEmpty(table.QuerySelector("caption")!.TextContent);
            var columns = table.QuerySelectorAll("thead th").Length;
            Assert.All(table.QuerySelectorAll("th"), header => Assert.Contains(header.GetAttribute("scope"), new[] { "col", "row", "rowgroup" }));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(
                columns, row.Children.Sum(cell => ((IHtmlTableCellElement)cell).ColumnSpan)));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal("TH", row.FirstElementChild!.TagName));
            Assert.All(table.QuerySelectorAll("td, th"), cell => Assert.NotEmpty(cell.TextContent.Trim()));
        });
    }

    [Fact]
    public async Task Each_drawing_has_a_title_a_description_and_a_table_of_the_same_numbers()
    {
        var page = await RichAsync();

        var drawings = page.QuerySelectorAll("svg");
        Assert.Equal(2, drawings.Length);
        Assert.All(drawings, drawing =>
        {
            Assert.Equal("img", drawing.GetAttribute("role"));
            Assert.All(drawing.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent));
            var table = page.QuerySelector(drawing.ParentElement!.QuerySelector("figcaption a")!.GetAttribute("href")!);
            Assert.Equal("TABLE", table?.TagName);
        });
        Assert.Equal("Bars from 5 to 21 June 2015; the highest is 8 June 2015 with 9 uses.", page.GetElementById("time-text")!.TextContent);
        Assert.Equal("Bars, the longest first: X 7 and Bluesky 4.", page.GetElementById("where-text")!.TextContent);
        Assert.Equal(17, page.QuerySelectorAll("#days tbody tr").Length);
        Assert.Equal(17 + 2, page.QuerySelectorAll("svg rect").Length);
    }

    [Fact]
    public async Task Every_figure_of_the_story_leads_to_where_it_comes_from_and_on_to_its_definition()
    {
        var page = await RichAsync();

        var marked = page.QuerySelectorAll("[id]");
        Assert.Equal(marked.Length, marked.Select(element => element.Id).Distinct().Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        var story = page.QuerySelectorAll("section[aria-labelledby=story] a.figure").Select(link => page.GetElementById(link.GetAttribute("href")![1..])!).ToList();
        Assert.NotEmpty(story);
        Assert.All(story, line => Assert.StartsWith("/api/definitions/", line.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains(story, line => Cells(line) is ["People engaged on Facebook (NHSBT, page)", "478,480", var meaning, var source, "End of 21 June 2015", "does not apply"]
            && meaning.Contains("each once", StringComparison.Ordinal) && source == "Self-reported: digital team, NHS Blood and Transplant, who read it from: Facebook Insights");
        Assert.Contains(story, line => Cells(line) is ["Uses of the hashtags", "11", _, "Counted by this engine", _, _]);
    }

    [Fact]
    public async Task Supporters_are_named_and_everybody_else_is_a_number()
    {
        var page = await RichAsync();

        Assert.Equal(
            ["A college (organisation, X): 1 mention, 2 uses"], page.QuerySelectorAll("section[aria-labelledby=supporters] li").Select(line => line.TextContent));
        Assert.Equal("Everybody else is a number: 9 contributors.", page.QuerySelector("section[aria-labelledby=supporters] p")!.TextContent);
        Assert.DoesNotContain("author-", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    private static string[] Cells(IElement row) => [.. row.Children.Select(cell => cell.TextContent)];

    private async Task<IHtmlDocument> RichAsync()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"plan\":", Objectives, StringComparison.Ordinal));
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "author-0", name: "A college"));
        await Entering.PutAsync(engine, "people-engaged", "2015-06-21", Entering.Engaged);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
        [
            Line.Of("0", "#MissingType #NationalBloodWeek", author: "author-0", followers: 10),
            .. Enumerable.Range(1, 5).Select(number => Line.Of($"{number}", author: $"author-{number}", followers: 10)),
            .. Enumerable.Range(6, 2).Select(number => Line.Of($"{number}", author: $"author-{number}", channel: "bluesky")),
            .. Enumerable.Range(8, 2).Select(number => Line.Of($"{number}", author: $"author-{number}", channel: "bluesky", createdAt: "2015-06-09T10:00:00Z")),
        ]));
        return await Reporting.PageAsync(engine);
    }
}
