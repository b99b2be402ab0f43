using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Markdig;

namespace Campaigns.Tests.Results.Report;

/// <summary>What stands in topics, links, accounts, hashtags, mentions and entries: text where the report shows it, and most of it the report does not show.</summary>
public sealed class HostileWordsTests(AzuriteFixture azurite)
{
    private const string Script = "</td></style><script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) | ![b](//evil.example/b) `c` **d**";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseFootnotes().Build();

    [Fact]
    public async Task Definitions_sources_units_and_accounts_are_text_in_every_form()
    {
        await using var engine = await StartAsync(Plan("#MissingType"));
        var entered = await Entering.PutAsync(engine, "leaflets", "2015-06-21", JsonSerializer.Serialize(new
        {
            value = 7,
            unit = "<b>leaflets</b> | *x*",
            definition = $"Definition {Script}",
            source = $"Source {Script}",
            reportedBy = "office </td><script>",
            channel = "facebook",
            account = $"page {Script}",
        }));
        Assert.True(entered.Status == 201, entered.Text);

        var (html, markdown, json) = await FormsAsync(engine);

        foreach (var page in new[] { html, markdown })
        {
            Safe(page);
            Assert.Contains(page.QuerySelectorAll("td"), cell => cell.TextContent.StartsWith($"“Definition {Script}”", StringComparison.Ordinal));
            Assert.Contains(page.QuerySelectorAll("td"), cell => cell.TextContent == $"Self-reported: office </td><script>, who read it from: Source {Script}");
            Assert.Contains(page.QuerySelectorAll("li"), line => line.TextContent.StartsWith("7 leaflets (<b>leaflets</b> | *x*)", StringComparison.Ordinal) || line.TextContent.StartsWith("7 leaflets on Facebook", StringComparison.Ordinal));
        }

        var said = json.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("path").GetString() == "/reported/0/value").GetProperty("said");
        Assert.Equal(($"Definition {Script}", $"Source {Script}"), (said.GetProperty("definition").GetString(), said.GetProperty("readFrom").GetString()));
    }

    [Theory]
    [InlineData("#_MissingType_")]
    [InlineData("#__init__")]
    [InlineData("#مرحبا")]
    [InlineData("#数字")]
    [InlineData("#e\u0301te\u0301")]
    public async Task Hashtags_are_text_with_every_letter_they_may_have(string hashtag)
    {
        await using var engine = await StartAsync(Plan(hashtag));
        await ListeningRun.ResultsAfterAsync(engine, Mention($"We gave {hashtag} today"));

        var (html, markdown, json) = await FormsAsync(engine);

        var tag = json.GetProperty("hashtags")[0].GetString()!;
        foreach (var page in new[] { html, markdown })
        {
            Safe(page);
            Assert.Contains(page.QuerySelectorAll("li"), line => line.TextContent == $"1 use of {tag} in 1 mention.");
        }
    }

    [Fact]
    public async Task Topics_links_and_what_mentions_say_are_not_in_it()
    {
        await using var engine = await StartAsync(Plan("#MissingType"));
        await ListeningRun.ResultsAfterAsync(engine, Mention("Secretword #MissingType <script>alert(2)</script> https://evil.example/secretlink", "secret<script>"));

        foreach (var format in new[] { "html", "md", "json" })
        {
            var text = await Reporting.TextAsync(engine, format);
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("evil.example", text, StringComparison.OrdinalIgnoreCase);
        }

        var (html, markdown, _) = await FormsAsync(engine);
        Safe(html);
        Safe(markdown);
    }

    [Fact]
    public async Task A_long_text_is_cut_before_it_is_encoded_and_stands_whole_in_the_annex()
    {
        var words = string.Concat(Enumerable.Repeat("&<>\"👩🏽‍⚕️ e\u0301 ", 60)).Trim();
        await using var engine = await StartAsync(Plan("#MissingType").Replace("\"tell\":\"Give blood\"", $"\"tell\":{JsonSerializer.Serialize(words)}", StringComparison.Ordinal));

        var (html, _, json) = await FormsAsync(engine);

        Safe(html);
        var shown = html.QuerySelector("header dd")!.TextContent;
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.StartsWith(shown[..^1], words, StringComparison.Ordinal);
        Assert.Equal(words, html.QuerySelector("section[aria-labelledby=words] dd")!.TextContent);
        Assert.Equal(words, json.GetProperty("plan").GetProperty("tell").GetString());
    }

    private static void Safe(IHtmlDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, embed, form, link, base, em, b, code"));
        Assert.All(page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!), address => Assert.Matches("^(#|/api/definitions/)", address));
    }

    private static string Mention(string text, string author = "handle") => JsonSerializer.Serialize(new
    {
        channel = "x",
        id = "1",
        createdAt = "2015-06-08T10:00:00Z",
        text,
        url = "https://evil.example/secretlink",
        author = new { id = "1", handle = author },
    });

    private static string Plan(string hashtag) => JsonSerializer.Serialize(new
    {
        name = "Missing Type",
        start = "2015-06-05",
        end = "2015-06-21",
        timeZone = "Europe/London",
        hashtags = new[] { hashtag },
        plan = new { tell = "Give blood", hear = "Why not", act = "Open more sessions" },
        topics = new[] { new { id = "secret<script>", any = new[] { "secret <script>alert(3)</script>" }, service = "Secret </script>" } },
        listening = new { feeds = new[] { "https://evil.example/secret?<script>alert(4)</script>" } },
    });

    private static async Task<(IHtmlDocument Html, IHtmlDocument Markdown, JsonElement Json)> FormsAsync(TestEngine engine) => (
        await Reporting.PageAsync(engine),
        new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(await Reporting.TextAsync(engine, "md"), Markdown)),
        JsonDocument.Parse(await Reporting.TextAsync(engine, "json")).RootElement);

    private async Task<TestEngine> StartAsync(string plan)
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine, json: plan);
        return engine;
    }
}
