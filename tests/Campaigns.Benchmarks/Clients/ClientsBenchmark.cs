using System.Diagnostics;
using System.Globalization;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;
using Spectre.Console;

namespace Campaigns.Benchmarks.Clients;

/// <summary>Whether the HTTP API serves many callers at once: each waits for its answer and asks again.</summary>
internal sealed class ClientsBenchmark : IBenchmark
{
    private const int Clients = 200;
    private const int LinesEach = 20;
    private const int Mentions = 200_000;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, string> Settings = new()
    {
        [RoleKeys.Setting] = RoleKeys.First,
        // Every call is counted; how fast a single client gets is no business of the limits here.
        ["Limits__RequestsPerMinute"] = "1000000",
        ["Limits__MentionsPerMinute"] = "100000000",
    };

    public string Name => "clients";

    public string Summary => "200 clients at once on the HTTP API for a minute, each with keys of its own, reads and writes mixed: throughput and latency, no error, exact figures; --count N";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var count = arguments.Count ?? Clients;
        await using var azurite = await Azurite.StartAsync();
        var storage = new EngineStorage(azurite.ConnectionString, "clients");
        await using var engine = await EngineProcess.StartAsync(storage, Settings);
        var keys = await KeysAsync(engine, count);
        // The last ones are made by themselves: from then on the engine knows every key.
        var calls = new TimedCalls(engine, await RoleKeys.MakeAsync(engine, "clients"));
        var run = new ClientsRun(calls, new MadeMentions("clients", MentionShape.Of(Mentions, arguments.Seed)), LinesEach, arguments.Seed);
        await run.BeginAsync();

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, count).Select(client => run.GoOnAsync(client, keys[client], Length)));
        var (took, requests, times, memory) = (clock.Elapsed, calls.Requests, calls.Times, engine.PeakMemory() ?? 0);
        var differences = await run.SettleAsync(new EngineQueues(storage));
        var failed = engine.Failures;

        AnsiConsole.Write(CallTimes.Table(
            string.Create(CultureInfo.InvariantCulture, $"{count} clients, {took.TotalSeconds:0} s"), times.Append(new("all", [.. times.Values.SelectMany(static each => each).Order()]))));
        Report.Machine(arguments.Seed);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{requests / took.TotalSeconds:n0} requests/s, {run.Lines / took.TotalSeconds:n0} lines/s handed in among them; memory of the engine at most {memory / 1e6:n0} MB."));
        await Report.WriteAsync(arguments, new { clients = count, requests, seconds = took.TotalSeconds, run.Lines, memory, times = times.ToDictionary(static kind => kind.Key, static kind => new { kind.Value.Length, p50 = CallTimes.At(kind.Value, 0.5), p95 = CallTimes.At(kind.Value, 0.95), p99 = CallTimes.At(kind.Value, 0.99) }) });
        foreach (var said in calls.Faults.Concat(failed).Concat(differences).Take(30))
        {
            AnsiConsole.WriteLine(said);
        }

        Judge.AtMost("errors", calls.Errors + failed.Count, 0);
        Judge.AtMost("wrong figures", differences.Count, 0);
        Judge.AtMost("megabytes of memory", memory / 1e6, 400);
    }

    /// <summary>Keys for each client, made a few at a time.</summary>
    private static async Task<RoleKeys[]> KeysAsync(EngineProcess engine, int count)
    {
        var keys = new RoleKeys[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (client, _) => keys[client] = await RoleKeys.MakeAsync(engine, $"client-{client}"));
        return keys;
    }
}
