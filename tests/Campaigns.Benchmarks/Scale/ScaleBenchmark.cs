using System.Diagnostics;
using Campaigns.Benchmarks.Counting;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
using Spectre.Console;

namespace Campaigns.Benchmarks.Scale;

/// <summary>What a mention and a look at the results cost in a small and in a large campaign.</summary>
internal sealed class ScaleBenchmark : IBenchmark
{
    private const int Small = 10_000;
    private const int Smalls = 5;
    private const int Large = 1_000_000;
    private const int WarmUp = 20_000;
    private const int LinesEach = 50_000;
    private const int ResultsCalls = 300;
    private const double MostTimes = 1.25;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public string Name => "scale";

    public string Summary => "processor time, storage transactions and memory per mention at 10,000 and 1,000,000, and the latency of the results";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var large = arguments.Mentions ?? Large;
        await using var storage = await CountedStorage.StartAsync();
        await using var engines = await EnginePair.StartAsync(storage.Counted);
        var run = new ListeningRun(engines.Counter, storage);
        await RunAsync(run, "warm-up", WarmUp, arguments.Seed + 1000);

        var smalls = new List<RunFigures>();
        for (var number = 0; number < Smalls; number++)
        {
            smalls.Add(await RunAsync(run, $"small-{number}", Small, arguments.Seed + number));
        }

        var before = engines.AnalysisTime;
        var one = await RunAsync(run, "large", large, arguments.Seed);
        var (analysis, memory) = ((engines.AnalysisTime - before).TotalMicroseconds / large, engines.PeakMemory);
        var (results, reads) = (await ResultsAsync(run, ["small-0", "large"]), await run.ReadsAsync("large"));
        await engines.StopAsync();
        var manyAuthors = await ManyAuthorsAsync(large, arguments.Seed);

        Show(RunFigures.MeanOf(smalls), one, manyAuthors, results, reads);
        Report.Machine(arguments.Seed);
        AnsiConsole.WriteLine($"Texts are analysed by another process, as Azure gives each queue its own instances: {analysis:N1} µs of processor time per mention of the large campaign.");
        AnsiConsole.WriteLine($"The engine is a process of its own; requests of {LinesEach:N0} lines, {WarmUp:N0} mentions to warm up. The small campaign is the mean of {Smalls}; its results and those of");
        AnsiConsole.WriteLine($"the large one were called in turn, {ResultsCalls} times each, on one engine. Memory is the most that the engine ever held (VmHWM).");
        await Report.WriteAsync(arguments, new { small = smalls.Select(static figures => figures.Document), large = one.Document, manyAuthors = manyAuthors.Document, resultsMilliseconds = results, resultsReads = reads, analysisMicroseconds = analysis });
        Hold(RunFigures.MeanOf(smalls), one, memory, manyAuthors, results, reads);
    }

    private static Task<RunFigures> RunAsync(ListeningRun run, string campaign, int mentions, int seed, double authorsEach = 0.25)
    {
        AnsiConsole.WriteLine($"{mentions:N0} mentions, {campaign} …");
        return run.RunAsync(new MadeMentions(campaign, MentionShape.Of(mentions, seed, authorsEach)), LinesEach, Limit);
    }

    private static async Task<RunFigures> ManyAuthorsAsync(int mentions, int seed)
    {
        await using var storage = await CountedStorage.StartAsync();
        await using var engines = await EnginePair.StartAsync(storage.Counted);
        var run = new ListeningRun(engines.Counter, storage);
        await RunAsync(run, "warm-up", WarmUp, seed + 1000, 0.6);
        return await RunAsync(run, "many-authors", mentions, seed, 0.6);
    }

    /// <summary>The median milliseconds of a call of the results of each campaign, called in turn so that what disturbs one disturbs the other.</summary>
    private static async Task<double[]> ResultsAsync(ListeningRun run, string[] campaigns)
    {
        var times = campaigns.Select(static _ => new List<double>()).ToArray();
        for (var call = 0; call < ResultsCalls * campaigns.Length; call++)
        {
            var clock = Stopwatch.StartNew();
            await run.ResultsAsync(campaigns[call % campaigns.Length]);
            times[call % campaigns.Length].Add(clock.Elapsed.TotalMilliseconds);
        }

        return [.. times.Select(static calls => calls.Order().ElementAt(calls.Count / 2))];
    }

    private static void Show(RunFigures small, RunFigures large, RunFigures manyAuthors, double[] results, long reads)
    {
        RunFigures[] columns = [small, large, manyAuthors];
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Mentions of one campaign, 24 hours");
        foreach (var name in new[] { $"{small.Mentions:N0}", $"{large.Mentions:N0}", $"{manyAuthors.Mentions:N0}, 0.6 authors each" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        Row("Mentions/s, from the request to the counter", figures => $"{figures.MentionsPerSecond:N0}");
        Row("Storage transactions per mention", figures => $"{figures.TransactionsPerMention:N4}");
        Row("C# processor time per mention, µs, parse to committed", figures => $"{figures.MicrosecondsPerMention:N1}");
        Row("C# processor time per mention, µs, parse to results", figures => $"{figures.MicrosecondsToShown:N1}");
        Row("Azurite processor time per mention, µs", figures => $"{figures.Azurite.TotalMicroseconds / figures.Mentions:N1}");
        Row("Memory of the engine at most, MB", figures => $"{figures.PeakMemory / 1e6:N0}");
        Row("Counted after, s", figures => $"{figures.Counted.TotalSeconds:N1}");
        Row("Shown in the results after, s", figures => $"{figures.Shown.TotalSeconds:N1}");
        Row("Deepest queue, messages", figures => $"{figures.Deepest:N0}");
        table.AddRow("GET results, median ms", $"{results[0]:N2}", $"{results[1]:N2}", "");
        table.AddRow("GET results, storage reads", "", $"{reads}", "");
        AnsiConsole.Write(table);

        void Row(string figure, Func<RunFigures, string> value) => table.AddRow([figure, .. columns.Select(value)]);
    }

    private static void Hold(RunFigures small, RunFigures large, long memory, RunFigures manyAuthors, double[] results, long reads)
    {
        Judge.AtMost("processor time per mention, times that of the small campaign", large.MicrosecondsPerMention / small.MicrosecondsPerMention, MostTimes);
        Judge.AtMost("storage transactions per mention, times those of the small campaign", large.TransactionsPerMention / small.TransactionsPerMention, MostTimes);
        Judge.AtMost("microseconds of processor time per mention, parse to committed", large.MicrosecondsPerMention, 15);
        Judge.AtMost("megabytes of memory", Math.Max(memory, manyAuthors.PeakMemory) / 1e6, 300);
        Judge.AtMost("GET results, times that of the small campaign", results[1] / results[0], 1.2);
        // Campaign, summary and coverage; one more each for what people feel, what was entered by hand, the posts and the supporters.
        Judge.AtMost("storage reads of GET results", reads, 7);
    }
}
