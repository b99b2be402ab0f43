using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.EndToEnd.Support;

/// <summary>
/// The ingestion of Application Insights on the loopback: <c>POST /v2.1/track</c>, lines of JSON, as its published contract has it (azure-rest-api-specs,
/// applicationinsights/data-plane/Monitor.Exporters).
/// </summary>
internal sealed class TrackReceiver : IAsyncDisposable
{
    /// <summary>In place of a status: no answer at all.</summary>
    public const int Never = 0;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentDictionary<string, bool> refused = new();
    private int answer = StatusCodes.Status200OK;
    private bool refusesOnce;

    private TrackReceiver(WebApplication app) => this.app = app;

    /// <summary>What an app would be set to send here.</summary>
    public string ConnectionString => $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={app.Urls.Single()}/";

    /// <summary>Everything that came, as text in which anything readable can be looked for.</summary>
    public string Everything => string.Concat(lines);

    /// <summary>How often it was asked.</summary>
    public int Calls { get; private set; }

    /// <summary>How many batches it refused once.</summary>
    public int Refused => refused.Count;

    /// <summary>All spans.</summary>
    public IReadOnlyList<TrackedSpan> Spans => [.. Requests, .. Dependencies];

    /// <summary>The spans that came as calls to others or as inner work.</summary>
    public IReadOnlyList<TrackedSpan> Dependencies => [.. Envelopes("RemoteDependencyData").Select(TrackedSpan.Of)];

    /// <summary>The spans that came as requests.</summary>
    public IReadOnlyList<TrackedSpan> Requests => [.. Envelopes("RequestData").Select(TrackedSpan.Of)];

    /// <summary>The measurements: name and value.</summary>
    public IReadOnlyList<(string Name, double Value)> Measurements =>
    [
        .. from envelope in Envelopes("MetricData")
           from metric in envelope.GetProperty("data").GetProperty("baseData").GetProperty("metrics").EnumerateArray()
           select (metric.GetProperty("name").GetString()!, metric.GetProperty("value").GetDouble()),
    ];

    /// <summary>The kinds of all that came.</summary>
    public IReadOnlySet<string> Kinds => lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("data").GetProperty("baseType").GetString()!).ToHashSet();

    public static async Task<TrackReceiver> StartAsync()
    {
        var receiver = new TrackReceiver(LoopbackSite.Build());
        receiver.app.MapPost("/v2.1/track", (Delegate)receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>From now on answers with a status, or <see cref="Never"/>.</summary>
    public void AnswerWith(int status) => answer = status;

    /// <summary>From now on refuses each batch when it first comes, as where the service is busy.</summary>
    public void RefuseOnce() => refusesOnce = true;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        Calls++;
        Stream body = context.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
        var text = await new StreamReader(body).ReadToEndAsync();
        var taken = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (answer == Never)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        if (refusesOnce && refused.TryAdd(text, true))
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (answer != StatusCodes.Status200OK)
        {
            return TypedResults.StatusCode(answer);
        }

        foreach (var line in taken)
        {
            lines.Enqueue(line);
        }

        return TypedResults.Json(new { itemsReceived = taken.Length, itemsAccepted = taken.Length, errors = Array.Empty<object>() });
    }

    private IEnumerable<JsonElement> Envelopes(string kind) =>
        from line in lines
        let envelope = JsonDocument.Parse(line).RootElement
        where envelope.GetProperty("data").GetProperty("baseType").GetString() == kind
        select envelope;
}

/// <summary>A span as Application Insights is told of it.</summary>
internal sealed record TrackedSpan(string Operation, string Id, string? Parent, string Name, bool Success, string? Role, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>In which invocation it was made.</summary>
    public string? Invocation => Tags.GetValueOrDefault("faas.invocation_id");

    public static TrackedSpan Of(JsonElement envelope)
    {
        var (tags, data) = (envelope.GetProperty("tags"), envelope.GetProperty("data").GetProperty("baseData"));
        return new(
            Text(tags, "ai.operation.id")!, Text(data, "id")!, Text(tags, "ai.operation.parentId"), Text(data, "name")!, data.GetProperty("success").GetBoolean(), Text(tags, "ai.cloud.role"),
            data.TryGetProperty("properties", out var own) ? own.EnumerateObject().ToDictionary(static tag => tag.Name, static tag => tag.Value.GetString()!) : []);
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
