using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
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
        await workers.Engines[0].AskAsync(HttpMethod.Put, "api/campaigns/chaos", Encoding.UTF8.GetBytes(made.Document()), "application/json", HttpStatusCode.Created);

        say("The storm …");
        await StormAsync(workers, faults, queues);
        say($"Calm after {patience.Elapsed:mm\\:ss}; the poison goes back until every queue is empty …");
        await SettleAsync(workers.Engines[0], queues);
        say($"Every queue is empty after {patience.Elapsed:mm\\:ss}; the figures …");
        var wrong = await new ChaosJudgement(made, erased, patience).WrongAsync(workers.Engines, direct);
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
                var answer = await engine.AskAsync(HttpMethod.Post, "api/poison/replay", [], "application/json", HttpStatusCode.OK);
                replayed += answer.GetProperty("replayed").GetInt32();
            }

            await patience.WaitAsync(TimeSpan.FromSeconds(1), () => $"{all} messages are still in the queues, {poison} of them poison");
        }
    }
}
