using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Counting;

/// <summary>Takes one campaign's mentions from HTTP through the queue to the results, and measures each part.</summary>
internal sealed class ListeningRun(EngineProcess engine, CountedStorage storage)
{
    /// <summary>The most messages that may wait, for every design.</summary>
    public const int MostWaiting = 500;

    private const int AtOnce = 16;

    /// <summary>Runs a campaign.</summary>
    /// <param name="made">Its mentions.</param>
    /// <param name="linesEach">How many lines a request carries.</param>
    /// <param name="limit">How long it may take in all.</param>
    /// <exception cref="BenchmarkException">It took longer, or a figure is wrong.</exception>
    public async Task<RunFigures> RunAsync(MadeMentions made, int linesEach, TimeSpan limit)
    {
        var expected = ExactFigures.Of(made);
        var bodies = Enumerable.Range(0, (made.Lines.Count + linesEach - 1) / linesEach)
            .Select(part => made.Body(part * linesEach, Math.Min(linesEach, made.Lines.Count - (part * linesEach)))).ToList();
        using var created = await engine.Http.PutAsync($"api/campaigns/{made.Campaign}", Content(System.Text.Encoding.UTF8.GetBytes(made.Document()), "application/json"));
        Expect(created, HttpStatusCode.Created);

        var patience = new Patience(limit);
        await WakeAsync(made.Campaign, patience);
        var (before, processors, started) = (storage.Traffic.Counts, Processors(), Stopwatch.GetTimestamp());
        await HandInAsync(bodies, linesEach, patience);
        var handedIn = Stopwatch.GetElapsedTime(started);
        await patience.UntilAsync(() => storage.Traffic.Depth == 0, () => $"{storage.Traffic.Depth} messages of mentions are not settled");
        var (counted, atCounted) = (Stopwatch.GetElapsedTime(started, storage.Traffic.SettledAt), Processors());

        var (shown, calls) = (await ResultsAsync(made.Campaign), 1);
        for (; expected.Differences(shown).Count > 0; calls++)
        {
            await patience.WaitAsync(TimeSpan.FromMilliseconds(250), () => $"the results are wrong: {string.Join("; ", expected.Differences(shown))}");
            shown = await ResultsAsync(made.Campaign);
        }

        var (seconds, atShown) = (Stopwatch.GetElapsedTime(started), Processors());
        await patience.UntilAsync(() => storage.Traffic.Texts == 0, () => $"{storage.Traffic.Texts} messages of texts are not settled");
        var after = storage.Traffic.Counts;
        // The benchmark's own looks at the results are no part of it.
        var looks = calls * await ReadsAsync(made.Campaign);
        return new RunFigures(
            made.Lines.Count, handedIn, counted, seconds, after.ToDictionary(count => count.Key, count => count.Value - before[count.Key]), looks,
            atCounted.Engine - processors.Engine, atShown.Engine - processors.Engine, atShown.Azurite - processors.Azurite, storage.Traffic.Deepest, engine.PeakMemory() ?? 0);
    }

    /// <summary>How many storage requests one call of the results makes.</summary>
    public async Task<long> ReadsAsync(string campaign)
    {
        var least = long.MaxValue;
        for (var call = 0; call < 5; call++)
        {
            var before = Requests();
            await ResultsAsync(campaign);
            least = Math.Min(least, Requests() - before);
        }

        return least;

        long Requests() => storage.Traffic.Counts.Where(static count => count.Key != Purpose.Polling).Sum(static count => count.Value);
    }

    /// <summary>The figures that the results show now.</summary>
    public async Task<ExactFigures> ResultsAsync(string campaign)
    {
        using var answer = await engine.Http.GetAsync($"api/campaigns/{campaign}/results");
        Expect(answer, HttpStatusCode.OK);
        using var results = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return ExactFigures.Of(results.RootElement);
    }

    /// <summary>Has one mention of another campaign counted, so that the host asks its queues as often as it does while there is something to do.</summary>
    private async Task WakeAsync(string campaign, Patience patience)
    {
        var one = new MadeMentions($"wake-{campaign}", new MentionShape(1, 1, 1, 1));
        using var created = await engine.Http.PutAsync($"api/campaigns/{one.Campaign}", Content(System.Text.Encoding.UTF8.GetBytes(one.Document()), "application/json"));
        Expect(created, HttpStatusCode.Created);
        using var taken = await engine.Http.PostAsync("api/mentions", Content(one.Body(0, 1), "application/x-ndjson"));
        Expect(taken, HttpStatusCode.Accepted);
        await patience.UntilAsync(() => storage.Traffic.Depth == 0, static () => "the first message is not settled");
    }

    private async Task HandInAsync(List<byte[]> bodies, int linesEach, Patience patience)
    {
        // A message holds some hundred mentions of one hour; a request that carries one makes one.
        var room = Math.Min(MostWaiting - AtOnce, MostWaiting - (linesEach / 500));
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = linesEach == 1 ? AtOnce : 1 }, async (body, _) =>
        {
            await patience.UntilAsync(() => storage.Traffic.Depth < room, static () => "the queue stays full");
            using var taken = await engine.Http.PostAsync("api/mentions", Content(body, "application/x-ndjson"), CancellationToken.None);
            Expect(taken, HttpStatusCode.Accepted);
        });
    }

    private (TimeSpan Engine, TimeSpan Azurite) Processors() => (TimeOf(engine.ProcessId), TimeOf(storage.ProcessId));

    private static TimeSpan TimeOf(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }

    private static ByteArrayContent Content(byte[] body, string mediaType) => new(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };

    private static void Expect(HttpResponseMessage answer, HttpStatusCode status)
    {
        if (answer.StatusCode != status)
        {
            throw new BenchmarkException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answered {(int)answer.StatusCode}, not {(int)status}.");
        }
    }
}
