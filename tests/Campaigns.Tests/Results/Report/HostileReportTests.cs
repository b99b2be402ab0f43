using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Campaigns.Results.Report;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Markdig;

namespace Campaigns.Tests.Results.Report;

/// <summary>Whatever somebody writes into a name, the report shows it as it is and does nothing else with it.</summary>
public sealed class HostileReportTests(AzuriteFixture azurite)
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title></style><script>alert(1)</script>", "' onmouseover='alert(1)", "<!-- a comment",
        "[a link](javascript:alert(1))", "![a picture](http://evil.example/x.png)", "http://evil.example/a?b=c&d=e", "www.evil.example", "<http://evil.example>",
        "a | b || c |", "**bold** _more_ ~~less~~ `code`", "&lt;b&gt; &amp; &#60; R&D", "a \\ b \\", "$a$ [^1] [x]", "- a list", "1. a list", "# a heading", "+ a list", "> said", "```", "===",
        "a\nb\r\n\r\n# c", "a\tb", "{{7*7}} ${x}", "=1+1", "مرحبا #مرحبا", "👩🏽‍⚕️ and é",
    ];

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseFootnotes().Build();

    [Fact]
    public async Task Names_and_words_of_every_kind_are_text_on_the_page_and_in_markdown()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "1"), Line.Of("2", author: "2")));
        foreach (var (number, text) in Hostile.Index())
        {
            var shown = ReportWords.Plain(text);
            await SampleCampaign.ChangeAsync(engine, Document(text));
            await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "1", name: shown));
            var entered = await Entering.PutAsync(
                engine, "leaflets", "2015-06-21",
                JsonSerializer.Serialize(new { value = 1, unit = text, definition = "What it counts", source = "A report", reportedBy = "campaign office" }),
                headers: number == 0 ? [] : ["If-Match: *"]);
            Assert.True(entered.Status is 200 or 201, entered.Text);
            await ListeningRun.SweepAsync(engine);

            var page = await Reporting.PageAsync(engine);
            Assert.Equal($"{shown}: campaign report", page.Title);
            Assert.Equal(shown.Length > FirstSheet.Who ? 5 : 6, page.QuerySelectorAll("bdi").Count(element => element.TextContent == shown));
            Assert.Contains(page.QuerySelectorAll("li"), line => line.TextContent.Contains($"({shown})", StringComparison.Ordinal));
            Safe(page, text);

            var told = JsonDocument.Parse(await Reporting.TextAsync(engine, "json")).RootElement;
            Assert.Equal((shown, shown, shown, shown, shown), (Text(told, "name"), Text(told, "owner"), Text(told.GetProperty("plan"), "tell"), Text(told.GetProperty("objectives")[0], "name"), Text(told.GetProperty("supporters").GetProperty("named")[0], "name")));

            var written = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(await Reporting.TextAsync(engine, "md"), Markdown));
            Assert.Equal($"{shown}: campaign report", written.QuerySelector("h1")?.TextContent);
            Assert.Contains(written.QuerySelectorAll("td"), cell => cell.TextContent == shown);
            Assert.Contains(written.QuerySelectorAll("li"), line => line.TextContent.StartsWith($"{shown} (organisation, X): ", StringComparison.Ordinal));
            Assert.Contains(written.QuerySelectorAll("p"), line => line.TextContent == $"We tell people: {shown}");
            Safe(written, text);
        }
    }

    [Fact]
    public void What_would_turn_the_words_around_it_is_left_out() =>
        Assert.Equal("Blood donors", ReportWords.Plain("\u202EBlood\u2066 \u200F donors\u202C"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static void Safe(IDocument page, string text)
    {
        Assert.True(page.QuerySelectorAll("script, img, iframe, object, embed, form, link, base, em, del, code, blockquote, sup").Length == 0, text);
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal), text));
        Assert.All(
            page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!),
            address => Assert.True(address.StartsWith('#') || address.StartsWith("/api/definitions/", StringComparison.Ordinal), $"{text} leads to {address}"));
    }

    private static string Document(string text) => JsonSerializer.Serialize(new
    {
        name = text,
        owner = text,
        start = "2015-06-05",
        end = "2015-06-21",
        timeZone = "Europe/London",
        hashtags = new[] { "#MissingType" },
        plan = new { tell = text, hear = "Why not", act = "Open more sessions" },
        objectives = new[] { new { metric = "mentions", layer = "output", target = 2, name = text } },
    });
}
