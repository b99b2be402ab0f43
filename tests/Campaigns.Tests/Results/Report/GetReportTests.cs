using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Campaigns.Results.Report;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Security;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Report;

public sealed class GetReportTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("", null, "text/html")]
    [InlineData("", "*/*", "text/html")]
    [InlineData("", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("", "text/markdown", "text/markdown")]
    [InlineData("", "application/json, text/plain, */*", "application/json")]
    [InlineData("", "application/json;charset=utf-8", "application/json")]
    [InlineData("", "text/html;q=0.5, text/markdown;q=0.9", "text/markdown")]
    [InlineData("", "text/html;q=0, */*", "text/markdown")]
    [InlineData("", "application/*", "application/json")]
    [InlineData("", "application/pdf", "text/html")]
    [InlineData("?format=md", "text/html", "text/markdown")]
    [InlineData("?format=json", null, "application/json")]
    [InlineData("?format=html", "application/json", "text/html")]
    public async Task It_is_written_as_the_caller_asks(string query, string? accept, string expected)
    {
        await using var engine = await StartAsync();

        var answer = await Reporting.GetAsync(engine, query, headers: accept is null ? [] : [$"Accept: {accept}"]);

        Assert.Equal((200, $"{expected}; charset=utf-8", "Accept, Accept-Encoding"), (answer.Status, answer.Headers.ContentType.ToString(), answer.Headers.Vary.ToString()));
    }

    [Fact]
    public async Task A_format_that_it_is_not_written_in_is_refused_and_so_is_a_campaign_that_there_is_not()
    {
        await using var engine = await StartAsync();

        Assert.Equal(["format: must be one of html, md, json, or left out"], (await Reporting.GetAsync(engine, "?format=pdf")).Faults);
        Assert.Equal(404, (await Reporting.GetAsync(engine, campaign: "another")).Status);
    }

    [Fact]
    public async Task Whoever_has_it_already_is_told_so_until_a_figure_changes()
    {
        await using var engine = await StartAsync();
        var first = await Reporting.GetAsync(engine);

        var same = await Reporting.GetAsync(engine, headers: $"If-None-Match: {first.ETag}");
        var head = await Reporting.GetAsync(engine, method: "HEAD");
        await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("500"));
        var changed = await Reporting.GetAsync(engine, headers: $"If-None-Match: {first.ETag}");

        Assert.Equal((304, ""), (same.Status, same.Text));
        Assert.Equal((200, "", Encoding.UTF8.GetByteCount(first.Text), first.ETag), (head.Status, head.Text, (int)head.Headers.ContentLength!, head.ETag));
        Assert.Equal(200, changed.Status);
        Assert.NotEqual(first.ETag, changed.ETag);
        Assert.NotEqual(first.ETag, (await Reporting.GetAsync(engine, "?format=md")).ETag);
    }

    [Fact]
    public async Task The_page_lets_nothing_in_but_its_own_style_sheet_and_sends_its_address_to_nobody()
    {
        await using var engine = await StartAsync();
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type/results/report");

        var answer = await new DoorCall(engine).AskAsync(DoorCall.Route<GetReport>("GET"), request, () => engine.Function<GetReport>().Run(request, "missing-type", default));

        var style = answer.Text[(answer.Text.IndexOf("<style>", StringComparison.Ordinal) + 7)..answer.Text.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", answer.Headers.ContentSecurityPolicy.ToString());
        Assert.Equal(("nosniff", "no-referrer", "private, no-cache"), (answer.Headers.XContentTypeOptions.ToString(), answer.Headers["Referrer-Policy"].ToString(), answer.Headers.CacheControl.ToString()));
        Assert.DoesNotContain("url(", style, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_form_tells_the_same_story_as_of_the_same_moment()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, 9).Select(number => Line.Of($"{number}", author: $"a{number}", followers: 100, likes: 1))));

        var json = JsonDocument.Parse(await Reporting.TextAsync(engine, "json")).RootElement;
        var page = await Reporting.PageAsync(engine);
        var markdown = await Reporting.TextAsync(engine, "md");

        var story = json.GetProperty("story").EnumerateArray().Select(sentence => sentence.GetProperty("text").GetString()!).ToArray();
        Assert.Equal("9 uses of #MissingType and #NationalBloodWeek (9 of #MissingType, 0 of #NationalBloodWeek) in 9 mentions.", story[0]);
        Assert.Equal("A potential reach of 900 followers, those of all contributors added up: how many could have seen something at most, not how many did; over all mentions 900 potential impressions.", story[2]);
        Assert.Equal(story, page.QuerySelectorAll("section[aria-labelledby=story] li").Select(line => line.TextContent));
        Assert.Contains("- **[9 uses](/api/definitions/uses@1)** of #MissingType and #NationalBloodWeek", markdown, StringComparison.Ordinal);
        var results = await ListeningRun.ResultsAsync(engine);
        Assert.Equal(results.GetProperty("asOf").GetDateTimeOffset(), json.GetProperty("asOf").GetDateTimeOffset());
    }

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        return engine;
    }
}
