using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Campaigns.Benchmarks.Made;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.Benchmarks.Chaos;

/// <summary>
/// Counts mentions while workers are killed and the wire lies, gives the poison back until every queue is empty, and only then compares every
/// figure with the plain count.
/// </summary>
/// <param name="plan">How rough it is.</param>
/// <param name="say">Where it says how it goes.</param>
internal sealed class ChaosRun(ChaosPlan plan, Action<string> say)
{
    private readonly Patience patience = new(plan.Limit);
    private readonly MadeMentions made = new MadeMentions("chaos", MentionShape.Of(plan.Mentions, plan.Seed)).Shuffled();
    private ErasedAuthors? erased;
    private long handedIn;
    private long replayed;

    /// <summary>Runs it.</summary>
    /// <exception cref="BenchmarkException">It did not end in time.</exception>
    public async Task<ChaosFigures> RunAsync()
    {
        await using var azurite = await Azurite.StartAsync();
        var direct = new EngineStorage(azurite.ConnectionString, "chaos");
        var queues = new EngineQueues(direct);
        var lost = MadeMentions.Start.AddHours(1);
        var faults = new WireFaults(plan.Seed, queues.Mentions, lost);
        erased = new ErasedAuthors(made, lost);
        await using var queueWay = await PassingProxy.StartAsync(azurite.QueuePort, faults.OnWayThereAsync, faults.OnWayBackAsync);
        await using var tableWay = await PassingProxy.StartAsync(azurite.TablePort, faults.OnWayThereAsync, faults.OnWayBackAsync);
        say($"Starting {plan.Workers} workers …");
        await using var workers = await WorkerPool.StartAsync(direct.Through(azurite.QueuePort, queueWay.Address.Port).Through(azurite.TablePort, tableWay.Address.Port), plan.Workers, plan.Seed);
        await SendAsync(workers.Engines[0], HttpMethod.Put, "api/campaigns/chaos", Encoding.UTF8.GetBytes(made.Document()), "application/json", HttpStatusCode.Created);

        say("The storm …");
        await StormAsync(workers, faults, queues);
        say($"Calm after {patience.Elapsed:mm\\:ss}; the poison goes back until every queue is empty …");
        await SettleAsync(workers.Engines[0], queues);
        say($"Every queue is empty after {patience.Elapsed:mm\\:ss}; the figures …");
        IReadOnlyList<string> wrong = [.. await CompareAsync(workers.Engines), .. await LeftAsync(direct)];
        await workers.CompleteAsync();
        return new ChaosFigures(plan.Mentions, handedIn, workers.Kills, replayed, erased.Receipts, faults.Counts, wrong, patience.Elapsed, workers.PeakMemory);
    }

    private async Task StormAsync(WorkerPool workers, WireFaults faults, EngineQueues queues)
    {
        using var over = new CancellationTokenSource(plan.Storm - patience.Elapsed is var left && left > TimeSpan.FromSeconds(10) ? left : TimeSpan.FromSeconds(10));
        using var calming = over.Token.Register(() => faults.IsStormy = false);
        faults.IsStormy = true;
        var killing = Task.WhenAll(workers.KillAsync(over.Token), FailAsync(faults, over.Token));
        await EraseAsync(workers);
        await HandInAsync(workers);
        say($"All handed in after {patience.Elapsed:mm\\:ss} …");
        while (patience.Elapsed < plan.Storm && await queues.CountAsync() is var (all, poison) && all > poison)
        {
            await patience.WaitAsync(TimeSpan.FromSeconds(1), static () => "the storm goes on");
        }

        await over.CancelAsync();
        await killing;
        await workers.CompleteAsync();
    }

    /// <summary>For some time of each minute no transaction gets through.</summary>
    private static async Task FailAsync(WireFaults faults, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(8), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            faults.IsOut = !over.IsCancellationRequested;
            await Task.Delay(TimeSpan.FromSeconds(20), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            faults.IsOut = false;
            await Task.Delay(TimeSpan.FromSeconds(32), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Has some authors counted, and erased while the rest comes in.</summary>
    private async Task EraseAsync(WorkerPool workers)
    {
        var body = erased!.Body();
        while (!await TakenAsync(workers.Any(), body))
        {
            await patience.WaitAsync(TimeSpan.FromMilliseconds(500), static () => "what the erased authors said was never taken");
        }

        while (await CountedAsync(workers.Any()) < erased.Mentions)
        {
            await patience.WaitAsync(TimeSpan.FromSeconds(1), static () => "what the erased authors said was never counted");
        }

        await erased.AskAsync(workers.Any, patience);
        say($"{erased.Receipts} erasures asked for after {patience.Elapsed:mm\\:ss} …");
    }

    /// <summary>How many mentions a worker says were counted; what was given up goes back to be counted.</summary>
    private async Task<long> CountedAsync(EngineProcess? engine)
    {
        try
        {
            using var replay = engine is null ? null : await engine.Http.PostAsync("api/poison/replay", null);
            using var answer = engine is null ? null : await engine.Http.GetAsync("api/campaigns/chaos/results");
            using var results = answer is { StatusCode: HttpStatusCode.OK } ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()) : null;
            return results?.RootElement.GetProperty("mentions") is { ValueKind: JsonValueKind.Number } mentions ? mentions.GetInt64() : 0;
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            return 0;
        }
    }

    /// <summary>Where the hashes of erased authors stand, once the sweeps had their time.</summary>
    private async Task<IEnumerable<string>> LeftAsync(EngineStorage storage)
    {
        var sweeps = new Patience(TimeSpan.FromMinutes(4));
        IReadOnlyList<string> left;
        while ((left = await erased!.LeftAsync(storage)).Count > 0 && !sweeps.IsOver && !patience.IsOver)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        return left.Select(static place => $"an erased author's hash: {place}");
    }

    private async Task HandInAsync(WorkerPool workers)
    {
        var parts = Enumerable.Range(0, (made.Lines.Count + plan.LinesEach - 1) / plan.LinesEach);
        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = plan.Workers }, async (part, _) =>
        {
            var body = made.Body(part * plan.LinesEach, Math.Min(plan.LinesEach, made.Lines.Count - (part * plan.LinesEach)));
            while (!await TakenAsync(workers.Any(), body))
            {
                // What broke off is handed in again, whole: nothing is counted twice.
                await patience.WaitAsync(TimeSpan.FromMilliseconds(500), () => $"request {part} was never taken");
            }
        });
    }

    private async Task<bool> TakenAsync(EngineProcess? engine, byte[] body)
    {
        try
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/x-ndjson") } };
            if (engine is null)
            {
                return false;
            }

            Interlocked.Add(ref handedIn, plan.LinesEach);
            using var answer = await engine.Http.PostAsync("api/mentions", content);
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task SettleAsync(EngineProcess engine, EngineQueues queues)
    {
        for (var calm = 0; calm < 2;)
        {
            var (all, poison) = await queues.CountAsync();
            calm = all == 0 ? calm + 1 : 0;
            if (poison > 0)
            {
                var answer = await SendAsync(engine, HttpMethod.Post, "api/poison/replay", [], "application/json", HttpStatusCode.OK);
                replayed += answer.GetProperty("replayed").GetInt32();
            }

            await patience.WaitAsync(TimeSpan.FromSeconds(1), () => $"{all} messages are still in the queues, {poison} of them poison");
        }
    }

    /// <summary>Every figure of every worker that is not what the plain count says, once the roll-ups had their time.</summary>
    private async Task<IReadOnlyList<string>> CompareAsync(IReadOnlyList<EngineProcess> engines)
    {
        var rollUps = new Patience(TimeSpan.FromMinutes(3));
        var (totals, hours) = (ExactFigures.Of(made), ExactFigures.HoursOf(made));
        var wrong = new List<string>();
        foreach (var (engine, number) in engines.Select(static (engine, number) => (engine, number)))
        {
            IReadOnlyList<string> differences;
            while ((differences = await DifferencesAsync(engine, totals, hours)).Count > 0 && !rollUps.IsOver && !patience.IsOver)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }

            wrong.AddRange(differences.Select(difference => $"worker {number}: {difference}"));
        }

        return wrong;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(EngineProcess engine, ExactFigures totals, ExactFigures hours)
    {
        var results = await SendAsync(engine, HttpMethod.Get, "api/campaigns/chaos/results", null, "", HttpStatusCode.OK);
        var timeline = await SendAsync(engine, HttpMethod.Get, "api/campaigns/chaos/results/timeline?grain=hour", null, "", HttpStatusCode.OK);
        var missed = results.GetProperty("coverage").EnumerateArray().Where(static entry => entry.GetProperty("state").GetString() is "not_counted" or "dropped");
        return
        [
            .. totals.Differences(ExactFigures.Of(results)), .. hours.Differences(ExactFigures.HoursOf(timeline)),
            .. missed.Select(static entry => $"coverage still says {entry.GetRawText()}"), .. Unfelt(results),
        ];
    }

    /// <summary>Each mention is looked at once: one that is added up twice makes the sum too large, one that is lost too small.</summary>
    private static IEnumerable<string> Unfelt(JsonElement results)
    {
        var sentiment = results.GetProperty("sentiment");
        var looked = new[] { "analysed", "notOffered", "failed", "overBudget" }.Sum(name => sentiment.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0);
        if (looked != results.GetProperty("mentions").GetInt64())
        {
            yield return $"{looked} texts were looked at: {sentiment.GetRawText()}";
        }
    }

    private static async Task<JsonElement> SendAsync(EngineProcess engine, HttpMethod method, string path, byte[]? body, string mediaType, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        using var answer = await engine.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == expected ? JsonDocument.Parse(text).RootElement : throw new BenchmarkException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }
}
