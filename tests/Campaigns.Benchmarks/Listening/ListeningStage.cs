using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Listening;

/// <summary>Takes one campaign's mentions from HTTP through the queue to the results, and measures each part.</summary>
internal sealed class ListeningStage(EngineProcess engine, CountedStorage storage)
{
    private const int LinesEach = 5_000;
    private const int ResultsCalls = 50;

    /// <summary>Runs a campaign of so many mentions.</summary>
    /// <param name="mentions">How many.</param>
    /// <param name="seed">What they are made from.</param>
    /// <param name="limit">How long it may take in all.</param>
    public async Task<ListeningFigures> RunAsync(int mentions, int seed, TimeSpan limit)
    {
        var id = $"m{mentions}";
        var made = new SeededMentions(id, mentions, seed);
        var bodies = made.Bodies(LinesEach).Select(Encoding.UTF8.GetBytes).ToList();
        using var created = await engine.Http.PutAsync($"api/campaigns/{id}", Content(Encoding.UTF8.GetBytes(made.Campaign), "application/json"));
        Expect(created, HttpStatusCode.Created);

        var before = storage.Traffic.Counts;
        var clock = Stopwatch.StartNew();
        foreach (var body in bodies)
        {
            using var taken = await engine.Http.PostAsync("api/mentions", Content(body, "application/x-ndjson"));
            Expect(taken, HttpStatusCode.Accepted);
        }

        var handedIn = clock.Elapsed;
        await EmptyAsync("Listening__MentionsQueue", mentions, clock, limit);
        var counted = clock.Elapsed;
        await EmptyAsync("Listening__RollUpsQueue", mentions, clock, limit);
        var traffic = storage.Traffic.Counts.ToDictionary(count => count.Key, count => count.Value - before[count.Key]);

        while (await ResultsAsync(id) != mentions)
        {
            await WithinAsync(clock, limit, () => $"The results do not show {mentions:N0} mentions within {limit}.");
        }

        var shown = clock.Elapsed;
        var calls = new List<double>();
        for (var call = 0; call < ResultsCalls; call++)
        {
            var one = Stopwatch.StartNew();
            await ResultsAsync(id);
            calls.Add(one.Elapsed.TotalMilliseconds);
        }

        calls.Sort();
        return new ListeningFigures(mentions, handedIn, counted, shown, traffic, calls[ResultsCalls / 2], calls[ResultsCalls * 95 / 100]);
    }

    private static ByteArrayContent Content(byte[] body, string mediaType) => new(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };

    private static void Expect(HttpResponseMessage answer, HttpStatusCode status)
    {
        if (answer.StatusCode != status)
        {
            throw new BenchmarkException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answered {(int)answer.StatusCode}, not {(int)status}.");
        }
    }

    private static async Task WithinAsync(Stopwatch clock, TimeSpan limit, Func<string> otherwise)
    {
        if (clock.Elapsed > limit)
        {
            throw new BenchmarkException(otherwise());
        }

        await Task.Delay(50);
    }

    private async Task EmptyAsync(string queue, int mentions, Stopwatch clock, TimeSpan limit)
    {
        for (int waiting; (waiting = await storage.WaitingAsync(queue)) > 0;)
        {
            await WithinAsync(clock, limit, () => $"{mentions:N0} mentions were not through within {limit}: {waiting} messages are left in {storage.Direct.Queue(queue)}.");
        }
    }

    private async Task<long> ResultsAsync(string id)
    {
        using var answer = await engine.Http.GetAsync($"api/campaigns/{id}/results");
        Expect(answer, HttpStatusCode.OK);
        using var results = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return results.RootElement.GetProperty("mentions") is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0;
    }
}

/// <summary>What a stage measured.</summary>
/// <param name="Mentions">How many mentions.</param>
/// <param name="HandedIn">From the first request to the answer to the last.</param>
/// <param name="Counted">From the first request until the queue was empty.</param>
/// <param name="Shown">From the first request until the results showed them all.</param>
/// <param name="Transactions">Storage requests by purpose, from the first request until the roll-up was done.</param>
/// <param name="ResultsMedian">Milliseconds of a call of the results.</param>
/// <param name="ResultsP95">Milliseconds that 95 of 100 calls stay below.</param>
internal sealed record ListeningFigures(
    int Mentions, TimeSpan HandedIn, TimeSpan Counted, TimeSpan Shown, IReadOnlyDictionary<Purpose, long> Transactions, double ResultsMedian, double ResultsP95)
{
    public double MentionsPerSecond => Mentions / Counted.TotalSeconds;

    /// <summary>Storage requests for each mention, without asking empty queues.</summary>
    public double TransactionsPerMention => Transactions.Where(static count => count.Key != Purpose.Polling).Sum(static count => count.Value) / (double)Mentions;

    public double PerMention(Purpose purpose) => Transactions[purpose] / (double)Mentions;
}
