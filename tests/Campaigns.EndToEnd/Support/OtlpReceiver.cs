using System.Collections.Concurrent;
using System.Text;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.EndToEnd.Support;

/// <summary>A span as it went over the wire.</summary>
internal sealed record ReceivedSpan(string TraceId, string SpanId, string ParentId, string Name, int Kind);

/// <summary>A collector of OpenTelemetry on the loopback: OTLP over HTTP, in protobuf, as exporters send it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<byte[]> traces = new();
    private readonly ConcurrentQueue<byte[]> metrics = new();

    private OtlpReceiver(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>Everything that came, as text in which anything readable can be looked for.</summary>
    public string Everything => string.Concat(traces.Concat(metrics).Select(Encoding.UTF8.GetString));

    public IReadOnlyList<ReceivedSpan> Spans =>
    [
        .. from body in traces
           from resource in Fields(body).Where(static part => part.Number == 1)
           from scope in Fields(resource.Bytes).Where(static part => part.Number == 2)
           from span in Fields(scope.Bytes).Where(static part => part.Number == 2)
           select Span(Fields(span.Bytes).ToList()),
    ];

    /// <summary>The names of the instruments that were measured.</summary>
    public IReadOnlySet<string> Instruments => (
        from body in metrics
        from resource in Fields(body).Where(static part => part.Number == 1)
        from scope in Fields(resource.Bytes).Where(static part => part.Number == 2)
        from metric in Fields(scope.Bytes).Where(static part => part.Number == 2)
        select Encoding.UTF8.GetString(Fields(metric.Bytes).First(static part => part.Number == 1).Bytes.Span)).ToHashSet();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver(LoopbackSite.Build());
        receiver.app.MapPost("/v1/traces", request => KeepAsync(request, receiver.traces));
        receiver.app.MapPost("/v1/metrics", request => KeepAsync(request, receiver.metrics));
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task KeepAsync(HttpContext context, ConcurrentQueue<byte[]> into)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        into.Enqueue(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }

    private static ReceivedSpan Span(List<(int Number, ReadOnlyMemory<byte> Bytes, ulong Value)> fields)
    {
        return new ReceivedSpan(Hex(1), Hex(2), Hex(4), Encoding.UTF8.GetString(Bytes(5).Span), (int)fields.FirstOrDefault(static part => part.Number == 6).Value);

        string Hex(int number) => Convert.ToHexStringLower(Bytes(number).Span);

        ReadOnlyMemory<byte> Bytes(int number) => fields.FirstOrDefault(part => part.Number == number).Bytes;
    }

    /// <summary>The fields of a protobuf message: their numbers, and their bytes or value.</summary>
    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Bytes, ulong Value)> Fields(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    yield return ((int)(tag >> 3), default, Number(message, ref at));
                    break;
                case 1:
                    yield return ((int)(tag >> 3), message.Slice(at, 8), 0);
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(message, ref at);
                    yield return ((int)(tag >> 3), message.Slice(at, length), 0);
                    at += length;
                    break;
                default:
                    yield return ((int)(tag >> 3), message.Slice(at, 4), 0);
                    at += 4;
                    break;
            }
        }
    }

    private static ulong Number(ReadOnlyMemory<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message.Span[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
