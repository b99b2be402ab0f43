using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.EndToEnd;

/// <summary>What is done later for a call is in its trace, each message with one span that says in which invocation it was worked on; what fails is a failed span.</summary>
[Collection(EngineTests.Name)]
public sealed class TracesTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task What_is_handed_in_is_counted_and_analysed_in_the_trace_of_its_call()
    {
        await using var insights = await TrackReceiver.StartAsync();
        await using var service = await LanguageContract.StartAsync(LanguageModel.Results);
        await using var engine = await StartAsync(insights, new()
        {
            ["Insight__Endpoint"] = service.Endpoint.AbsoluteUri,
            ["Insight__Key"] = LanguageContract.Key,
            ["Insight__PricePerThousandRecords"] = "1",
            ["Insight__PriceCurrency"] = "GBP",
        });
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json.TrimEnd()[..^1] + """, "budget": { "money": { "amount": 10, "currency": "GBP" } } }""");
        var lines = string.Join('\n', Enumerable.Range(0, 3).Select(static number => $$"""{ "channel": "x", "id": "{{number}}", "createdAt": "2015-06-08T10:00:00Z", "text": "Good nurses {{number}} #MissingType", "language": "en" }"""));

        Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("api/mentions", lines, Requests.Ndjson)).Status);

        var spans = await ComeAsync(insights, "process mentions", "process texts", "analyse texts");
        var post = Assert.Single(spans, static span => span.Name == "POST /api/mentions");
        var mentions = Assert.Single(spans, static span => span.Name == "process mentions");
        var texts = Assert.Single(spans, static span => span.Name == "process texts");
        var analyse = Assert.Single(spans, static span => span.Name == "analyse texts");
        TrackedSpan[] path = [post, mentions, texts, analyse];
        Assert.Equal([post.Id, post.Id, texts.Id], path[1..].Select(static span => span.Parent));
        Assert.All(path, span => Assert.Equal((post.Operation, true), (span.Operation, span.Success)));
        Assert.Equal(("give-blood", "3", "Changed"), (mentions.Tags["campaigns.campaign"], mentions.Tags["campaigns.mentions"], mentions.Tags["campaigns.outcome"]));
        Assert.Equal(3, path.Select(static span => span.Invocation).Distinct().Count());
        Assert.Equal(texts.Invocation, analyse.Invocation);
        Assert.DoesNotContain("nurses", insights.Everything, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_search_and_a_webhook_that_fail_are_failed_spans_and_no_server_is_told_of_the_trace()
    {
        await using var insights = await TrackReceiver.StartAsync();
        var headers = new ConcurrentDictionary<string, IHeaderDictionary>();
        await using var far = await StartFarSideAsync(headers);
        await using var engine = await StartAsync(insights, new() { ["Outside__AllowPrivateAddresses"] = "true" });
        var address = far.Urls.Single();
        await engine.PutAsync("api/webhooks/outgoing/desk", $$"""{ "address": "{{address}}/hooks", "events": ["delivery.manual"] }""");
        await engine.CreateAsync("api/campaigns/give-blood", $$"""
            { "name": "Give blood", "start": "{{Day(-2)}}", "end": "{{Day(7)}}", "timeZone": "Europe/London", "hashtags": ["#GiveBlood"],
              "plan": { "tell": "a", "hear": "b", "act": "c" }, "accounts": [{ "channel": "facebookgroup", "account": "Blood donors" }],
              "listening": { "channels": ["blog"], "feeds": ["{{address}}/feed.xml", "{{address}}/broken.xml"] }, "budget": { "calls": 1000 } }
            """);
        await engine.CreateAsync("api/campaigns/give-blood/posts/launch", $$"""{ "text": "Register today. #GiveBlood", "dueAt": "{{Now.AddHours(-1):O}}", "channels": ["facebookgroup"] }""");

        foreach (var timer in new[] { "PublishDue", "PlanSearches" })
        {
            Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync($"admin/functions/{timer}", "{}")).Status);
        }

        var spans = await ComeAsync(insights, "send webhook", "process delivery", "process mentions", "search blog", "search blog");
        var searches = spans.Where(static span => span.Name == "search blog").OrderBy(static span => span.Success).ToArray();
        Assert.Equal([(false, "Failed"), (true, "Truncated")], searches.Select(static span => (span.Success, span.Tags["campaigns.outcome"])));
        Assert.Equal(searches[1].Id, Assert.Single(spans, static span => span.Name == "process mentions").Parent);
        var process = Assert.Single(spans, static span => span.Name == "process delivery");
        var send = Assert.Single(spans, static span => span.Name == "send webhook");
        Assert.Equal((process.Id, false, "desk", "delivery.manual", "InternalServerError"), (send.Parent, send.Success, send.Tags["campaigns.webhook"], send.Tags["campaigns.event"], send.Tags["error.type"]));
        Assert.Equal(4, new[] { searches[0], searches[1], process, send }.Select(static span => span.Invocation).Distinct().Count());
        Assert.All(new[] { "127.0.0.1", "feed.xml", "/hooks", "Register", "neighbour" }, hidden => Assert.DoesNotContain(hidden, insights.Everything, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["/broken.xml", "/feed.xml", "/hooks"], headers.Keys.Order());
        Assert.All(headers.Values, static sent => Assert.DoesNotContain(sent.Keys, static name => name.StartsWith("trace", StringComparison.OrdinalIgnoreCase)));
    }

    private Task<EngineProcess> StartAsync(TrackReceiver insights, Dictionary<string, string> settings) => EngineProcess.StartAsync(
        new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix()),
        new Dictionary<string, string>(settings)
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = insights.ConnectionString,
            ["APPLICATIONINSIGHTS_STATSBEAT_DISABLED"] = "true",
            ["APPLICATIONINSIGHTS_SDKSTATS_DISABLED"] = "true",
            ["OTEL_DOTNET_AZURE_MONITOR_ENABLE_RESOURCE_METRICS"] = "false",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });

    /// <summary>Waits for spans of these names, each as often as it stands there.</summary>
    private static Task<IReadOnlyList<TrackedSpan>> ComeAsync(TrackReceiver insights, params string[] names) => Eventually.ComesAsync(
        () => Task.FromResult(insights.Spans),
        spans => names.CountBy(static name => name).All(name => spans.Count(span => span.Name == name.Key) >= name.Value),
        static spans => string.Join('\n', spans));

    private static async Task<WebApplication> StartFarSideAsync(ConcurrentDictionary<string, IHeaderDictionary> headers)
    {
        var far = LoopbackSite.Build();
        far.MapGet("/feed.xml", (HttpRequest request) => Answer(request, TypedResults.Text(
            $"<rss version=\"2.0\"><channel><title>Donors</title><item><guid>https://blog.example/1</guid><title>My neighbour gives</title><description>#GiveBlood</description><pubDate>{Now.AddMinutes(-20).ToString("r", CultureInfo.InvariantCulture)}</pubDate></item></channel></rss>",
            "application/rss+xml")));
        far.MapGet("/broken.xml", (HttpRequest request) => Answer(request, TypedResults.StatusCode(500)));
        far.MapPost("/hooks", (HttpRequest request) => Answer(request, TypedResults.StatusCode(500)));
        await far.StartAsync();
        return far;

        IResult Answer(HttpRequest request, IResult answer)
        {
            headers[request.Path] = new HeaderDictionary(request.Headers.ToDictionary());
            return answer;
        }
    }

    private static string Day(int days) => Now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
