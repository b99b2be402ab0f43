using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;

namespace Campaigns.Benchmarks.Clients;

/// <summary>Clients that all call at once: seven in ten calls read, two hand mentions in, one writes what is the client's own.</summary>
/// <param name="calls">Calls the engine.</param>
/// <param name="made">The mentions that they share out among them.</param>
/// <param name="linesEach">How many lines a request carries.</param>
/// <param name="seed">What decides who does what.</param>
internal sealed class ClientsRun(TimedCalls calls, MadeMentions made, int linesEach, int seed)
{
    private static readonly string[] Reads = ["results", "results/timeline?grain=hour", "results/report?format=md", "results/contributors", "listening", "", "posts", "deliveries"];

    private int taken;

    /// <summary>How many lines were handed in.</summary>
    public int Lines => Math.Min(Volatile.Read(ref taken) * linesEach, made.Lines.Count);

    /// <summary>Makes the campaign.</summary>
    public Task BeginAsync() => calls.SendAsync("PUT campaign", HttpMethod.Put, $"api/campaigns/{made.Campaign}", made.Document(
        "\"accounts\": [{ \"channel\": \"facebookgroup\", \"account\": \"Blood donors\" }],"));

    /// <summary>One client: it asks, waits for the answer and asks again.</summary>
    /// <param name="client">Its number.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="length">How long.</param>
    public async Task GoOnAsync(int client, RoleKeys keys, TimeSpan length)
    {
        var (random, own) = (new Random(seed + client), 0);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < length;)
        {
            var dice = random.Next(10);
            if (dice < 7)
            {
                var read = Reads[random.Next(Reads.Length)];
                await calls.SendAsync($"GET {(read.Length == 0 ? "campaign" : read.Split('?')[0])}", HttpMethod.Get, $"api/campaigns/{made.Campaign}/{read}".TrimEnd('/'), keys: keys);
            }
            else if (dice < 9 && Interlocked.Increment(ref taken) - 1 is var part && part * linesEach < made.Lines.Count)
            {
                await calls.SendAsync("POST mentions", HttpMethod.Post, "api/mentions", made.Body(part * linesEach, Math.Min(linesEach, made.Lines.Count - (part * linesEach))), "application/x-ndjson", keys: keys);
            }
            else
            {
                var post = JsonSerializer.Serialize(new { text = $"Post {own} of {client}", dueAt = "2035-06-08T08:00:00Z", channels = new[] { "facebookgroup" } });
                await calls.SendAsync("PUT post", HttpMethod.Put, string.Create(CultureInfo.InvariantCulture, $"api/campaigns/{made.Campaign}/posts/c{client}-{own++}"), post, keys: keys);
            }
        }
    }

    /// <summary>Hands in what is left, waits until all is counted, and gives the figures that are not what the plain count says.</summary>
    /// <param name="queues">The engine's queues.</param>
    public async Task<IReadOnlyList<string>> SettleAsync(EngineQueues queues)
    {
        for (var at = Lines; at < made.Lines.Count; at += 5_000)
        {
            await calls.SendAsync("POST the rest", HttpMethod.Post, "api/mentions", made.Body(at, Math.Min(5_000, made.Lines.Count - at)), "application/x-ndjson");
        }

        var (patience, exact) = (new Patience(TimeSpan.FromMinutes(6)), new ExactResults(made));
        while (true)
        {
            var results = await calls.SendAsync("GET results afterwards", HttpMethod.Get, $"api/campaigns/{made.Campaign}/results");
            var timeline = await calls.SendAsync("GET timeline afterwards", HttpMethod.Get, $"api/campaigns/{made.Campaign}/results/timeline?grain=hour");
            var differences = exact.Differences(results?.Text, timeline?.Text);
            if ((differences.Count == 0 && (await queues.CountAsync()).All == 0) || patience.IsOver)
            {
                return differences;
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
