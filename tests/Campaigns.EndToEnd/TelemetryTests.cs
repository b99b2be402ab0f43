using System.Net;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

/// <summary>One trace leads from the call over HTTP through the queue to the call to the platform, and nothing in it can be read that nobody should.</summary>
[Collection(EngineTests.Name)]
public sealed class TelemetryTests(AzuriteFixture azurite)
{
    private const string Key = "a-first-key-of-more-than-thirty-two-characters";
    private const string Password = "abcd-efgh-ijkl-mnop";
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_collector_gets_one_trace_from_HTTP_through_the_queue_to_the_platform_without_text_or_secret()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage, new Dictionary<string, string>
        {
            ["Access__FirstKey"] = Key,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.AbsoluteUri,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            // A server that is not there: the call is made, and fails.
            ["Bluesky__Accounts__0__Handle"] = "nhsbt.example",
            ["Bluesky__Accounts__0__AppPassword"] = Password,
            ["Bluesky__Accounts__0__Service"] = "http://127.0.0.1:9/",
        });
        await SendAsync(engine, HttpMethod.Put, "api/campaigns/give-blood", SampleCampaign.Json.TrimEnd()[..^1] + """, "accounts": [{ "channel": "bluesky", "account": "nhsbt.example" }] }""");
        await SendAsync(engine, HttpMethod.Put, "api/campaigns/give-blood/posts/first", """{ "text": "My neighbour gave blood #MissingType", "dueAt": "2015-06-08T08:00:00Z", "channels": ["bluesky"] }""");
        await SendAsync(engine, HttpMethod.Post, "api/mentions", """{ "channel": "x", "id": "1", "createdAt": "2015-06-08T10:00:00Z", "text": "secretly #MissingType", "author": { "id": "42", "handle": "janedoe" } }""", Requests.Ndjson);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(engine, HttpMethod.Post, "admin/functions/PublishDue", "{}")).Status);

        var spans = await Eventually.ComesAsync(
            () => Task.FromResult(collector.Spans), static spans => spans.Any(static span => span.Name == "publish bluesky"), static spans => string.Join('\n', spans));
        await Eventually.ComesAsync(
            () => Task.FromResult(collector.Instruments), static names => names.Contains("campaigns.mentions.tracked") && names.Contains("campaigns.mentions.lag"), static names => string.Join('\n', names));
        spans = await Eventually.ComesAsync(() => Task.FromResult(collector.Spans), static spans => spans.Any(static span => span.Name == "process delivery"), static spans => string.Join('\n', spans));

        var platform = spans.First(span => span.Name == "publish bluesky");
        var process = spans.Single(span => span.SpanId == platform.ParentId);
        var send = spans.Single(span => span.SpanId == process.ParentId);
        var put = spans.Single(span => span.SpanId == send.ParentId);
        Assert.Equal(["PutPost", "send delivery", "process delivery", "publish bluesky"], new[] { put, send, process, platform }.Select(span => span.Name));
        Assert.Equal([2, 4, 5, 3], new[] { put, send, process, platform }.Select(span => span.Kind));
        Assert.All([put, send, process, platform], span => Assert.Equal(Trace, span.TraceId));
        foreach (var hidden in new[] { Key, Password, "neighbour", "secretly", "janedoe", "AccountKey" })
        {
            Assert.DoesNotContain(hidden, collector.Everything, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Task<Answer> SendAsync(EngineProcess engine, HttpMethod method, string path, string body, string mediaType = "application/json")
    {
        var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType) };
        request.Headers.Add("x-functions-key", Key);
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        return engine.SendAsync(request);
    }
}
