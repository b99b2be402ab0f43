using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Campaigns.Benchmarks.Wire;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Benchmarks.Soak;

/// <summary>Two systems of others on the loopback: one signs mentions and hands them in, the other is told of each post that went out and holds it to its signature.</summary>
internal sealed class SoakWebhooks : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> told = new();
    private readonly ConcurrentQueue<string> faults = new();
    private readonly WebApplication receiver;
    private readonly TimedCalls calls;
    private byte[] incoming = [];
    private byte[] outgoing = [];
    private int signed;

    private SoakWebhooks(TimedCalls calls)
    {
        this.calls = calls;
        receiver = LoopbackSite.Build();
        receiver.MapPost("/hooks", TakeAsync);
    }

    /// <summary>How many messages were signed.</summary>
    public int Signed => signed;

    /// <summary>How many were told, each counted once however often it came.</summary>
    public int Told => told.Count;

    /// <summary>Opens the receiver.</summary>
    /// <param name="calls">Calls the engine.</param>
    public static async Task<SoakWebhooks> StartAsync(TimedCalls calls)
    {
        var webhooks = new SoakWebhooks(calls);
        await webhooks.receiver.StartAsync();
        return webhooks;
    }

    /// <summary>Makes both webhooks.</summary>
    public async Task BeginAsync()
    {
        incoming = await MakeAsync("incoming/partner", "{}");
        outgoing = await MakeAsync("outgoing/desk", $$"""{ "address": "{{receiver.Urls.First()}}/hooks", "events": ["delivery.published"] }""");
    }

    /// <summary>Hands mentions in under a signature.</summary>
    /// <param name="body">The mentions.</param>
    public Task HandInAsync(byte[] body)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"soak_{Interlocked.Increment(ref signed)}");
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return calls.SendAsync(
            "POST signed mentions", HttpMethod.Post, "api/signed/partner/mentions", body, "application/x-ndjson",
            headers: [("webhook-id", id), ("webhook-timestamp", time), ("webhook-signature", Signature(incoming, id, time, body))]);
    }

    /// <summary>What is not as it must be: of each post that went out one message, signed. Waits for those that are on their way.</summary>
    /// <param name="posts">How many went out.</param>
    /// <param name="patience">How long.</param>
    public async Task<IReadOnlyList<string>> WrongAsync(int posts, Patience patience)
    {
        while (told.Count < posts && !patience.IsOver)
        {
            await Task.Delay(500);
        }

        var deliveries = told.Values.Distinct(StringComparer.Ordinal).Count();
        return [.. faults, .. told.Count == posts && deliveries == posts ? Array.Empty<string>() : [$"{told.Count} messages told of {deliveries} posts instead of {posts}"]];
    }

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        var (id, body) = (context.Request.Headers["webhook-id"].ToString(), bytes.ToArray());
        if (context.Request.Headers["webhook-signature"] != Signature(outgoing, id, context.Request.Headers["webhook-timestamp"].ToString(), body))
        {
            faults.Enqueue($"the signature of {id} does not hold");
        }

        told[id] = JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("deliveryId").GetString()!;
    }

    private async Task<byte[]> MakeAsync(string webhook, string document) =>
        await calls.SendAsync("PUT webhook", HttpMethod.Put, $"api/webhooks/{webhook}", document) is { } made
            ? Convert.FromBase64String(JsonDocument.Parse(made.Text).RootElement.GetProperty("secret").GetString()!["whsec_".Length..])
            : throw new BenchmarkException($"The webhook {webhook} cannot be made: {string.Join(' ', calls.Faults)}");

    private static string Signature(byte[] key, string id, string time, byte[] body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body]));
}
