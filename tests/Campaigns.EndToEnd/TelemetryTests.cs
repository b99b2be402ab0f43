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

    private static readonly string[] Hidden = [Key, Password, "neighbour", "secretly", "janedoe", "AccountKey"];

    [Fact]
    public async Task A_collector_gets_one_trace_from_HTTP_through_the_queue_to_the_platform_without_text_or_secret()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var engine = await StartAsync(new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.AbsoluteUri,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });
        await WorkAsync(engine);

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
        Assert.All(Hidden, hidden => Assert.DoesNotContain(hidden, collector.Everything, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Application_Insights_gets_the_same_trace_with_the_requests_and_messages_of_which_no_host_tells()
    {
        await using var insights = await TrackReceiver.StartAsync();
        await using var engine = await StartAsync(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = insights.ConnectionString });
        await WorkAsync(engine);

        // Every span and measurement that there is goes out before the engine ends, too.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        await engine.StopAsync();

        var spans = insights.Spans;
        var platform = Assert.Single(spans, static span => span.Name == "publish bluesky");
        var process = spans.Single(span => span.Id == platform.Parent);
        var send = spans.Single(span => span.Id == process.Parent);
        var put = spans.Single(span => span.Id == send.Parent);
        TrackedSpan[] path = [put, send, process, platform];
        Assert.Equal(["PUT /api/campaigns/{campaignId}/posts/{postId}", "send delivery", "process delivery", "publish bluesky"], path.Select(static span => span.Name));
        // The caller's.
        Assert.NotNull(put.Parent);
        Assert.DoesNotContain(spans, span => span.Id == put.Parent);
        Assert.Equal((true, false), (put.Success, platform.Success));
        Assert.All(path, static span => Assert.Equal((Trace, "campaigns"), (span.Operation, span.Role)));
        Assert.Equal([put.Id, process.Id], path.Select(static span => span.Id).Intersect(insights.Requests.Select(static span => span.Id)));
        Assert.Contains(("campaigns.mentions.tracked", 1), insights.Measurements);
        Assert.Contains(insights.Measurements, static measured => measured.Name == "campaigns.mentions.lag");
        Assert.Contains(("campaigns.deliveries", 1), insights.Measurements);
        Assert.Equal(["MetricData", "RemoteDependencyData", "RequestData"], insights.Kinds.Order());
        Assert.All(insights.Measurements, static measured => Assert.StartsWith("campaigns.", measured.Name, StringComparison.Ordinal));
        Assert.All(Hidden, hidden => Assert.DoesNotContain(hidden, insights.Everything, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_Application_Insights_refuses_at_first_comes_again_and_nothing_is_missing_or_there_twice()
    {
        await using var insights = await TrackReceiver.StartAsync();
        insights.RefuseOnce();
        await using var engine = await StartAsync(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = insights.ConnectionString });
        await WorkAsync(engine);

        string[] once = ["PUT /api/campaigns/{campaignId}", "PUT /api/campaigns/{campaignId}/posts/{postId}", "POST /api/mentions", "send delivery", "process mentions", "process texts"];
        await Eventually.ComesAsync(
            () => Task.FromResult(insights.Spans),
            spans => once.All(name => spans.Any(span => span.Name == name)),
            spans => $"{insights.Calls} calls, {insights.Refused} refused: {string.Join(", ", spans.Select(static span => span.Name))}");
        // Measurements go out once a minute, and as the engine ends.
        await engine.StopAsync();

        Assert.True(insights.Refused >= 2);
        Assert.Equal(insights.Spans.Count, insights.Spans.DistinctBy(static span => span.Id).Count());
        Assert.All(once, name => Assert.Single(insights.Spans, span => span.Name == name));
        Assert.Equal(1, insights.Measurements.Where(static measured => measured.Name == "campaigns.mentions.tracked").Sum(static measured => measured.Value));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(TrackReceiver.Never)]
    public async Task An_Application_Insights_that_does_not_take_what_it_is_sent_hinders_nothing(int status)
    {
        await using var insights = await TrackReceiver.StartAsync();
        insights.AnswerWith(status);
        await using var engine = await StartAsync(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = insights.ConnectionString });

        await WorkAsync(engine);

        await Eventually.ComesAsync(() => Task.FromResult(insights.Calls), static calls => calls > 0, static calls => $"{calls}");
        await Eventually.ComesAsync(
            () => engine.SendAsync(Request(HttpMethod.Get, "api/campaigns/give-blood/results")), static answer => answer.Text.Contains("\"mentions\":1", StringComparison.Ordinal), static answer => answer.Text);
        // But for the post, whose platform is not there.
        Assert.DoesNotContain(engine.Failures, static failure => !failure.Contains("PublishDelivery", StringComparison.Ordinal));
        Assert.Equal(0, await engine.StopAsync());
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_named_as_the_engine_starts()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "IngestionEndpoint=nowhere" }));

        Assert.Contains("APPLICATIONINSIGHTS_CONNECTION_STRING must be the connection string of an Application Insights", fault.Message, StringComparison.Ordinal);
    }

    private Task<EngineProcess> StartAsync(Dictionary<string, string> settings) => EngineProcess.StartAsync(
        new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix()),
        new Dictionary<string, string>(settings)
        {
            ["Access__FirstKey"] = Key,
            ["APPLICATIONINSIGHTS_STATSBEAT_DISABLED"] = "true",
            ["APPLICATIONINSIGHTS_SDKSTATS_DISABLED"] = "true",
            ["OTEL_DOTNET_AZURE_MONITOR_ENABLE_RESOURCE_METRICS"] = "false",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            // A server that is not there: the call is made, and fails.
            ["Bluesky__Accounts__0__Handle"] = "nhsbt.example",
            ["Bluesky__Accounts__0__AppPassword"] = Password,
            ["Bluesky__Accounts__0__Service"] = "http://127.0.0.1:9/",
        });

    /// <summary>A post that falls due, and a mention.</summary>
    private static async Task WorkAsync(EngineProcess engine)
    {
        await SendAsync(engine, HttpMethod.Put, "api/campaigns/give-blood", SampleCampaign.Json.TrimEnd()[..^1] + """, "accounts": [{ "channel": "bluesky", "account": "nhsbt.example" }] }""");
        await SendAsync(engine, HttpMethod.Put, "api/campaigns/give-blood/posts/first", """{ "text": "My neighbour gave blood #MissingType", "dueAt": "2015-06-08T08:00:00Z", "channels": ["bluesky"] }""");
        await SendAsync(engine, HttpMethod.Post, "api/mentions", """{ "channel": "x", "id": "1", "createdAt": "2015-06-08T10:00:00Z", "text": "secretly #MissingType", "author": { "id": "42", "handle": "janedoe" } }""", Requests.Ndjson);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(engine, HttpMethod.Post, "admin/functions/PublishDue", "{}")).Status);
    }

    private static Task<Answer> SendAsync(EngineProcess engine, HttpMethod method, string path, string body, string mediaType = "application/json")
    {
        var request = Request(method, path);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType);
        return engine.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-functions-key", Key);
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-00");
        return request;
    }
}
