using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
using Spectre.Console;

namespace Campaigns.Benchmarks.Counting;

/// <summary>Counting beside the way that first comes to mind, on the same emulator in the same run.</summary>
internal sealed class CountingBenchmark : IBenchmark
{
    private const int Mentions = 20_000;
    private const double LeastTimes = 100;
    private const double MostTransactions = 0.03;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan NaiveLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan NaiveWarmUp = TimeSpan.FromMinutes(1);

    public string Name => "counting";

    public string Summary => "mentions/s and storage transactions per mention beside one message and one row for each mention";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var mentions = arguments.Mentions ?? Mentions;
        var made = new MadeMentions("counting", MentionShape.Of(mentions, arguments.Seed));
        var ordered = await OursAsync("one request, in order of time", made, mentions);
        var naive = await NaiveAsync("one row and one message each", made, 1);
        var split = await NaiveAsync("the same with 16 counter rows", made, 16);
        var shuffled = await OursAsync("one request, shuffled", made.Shuffled(), mentions);
        var single = await OursAsync("one mention in each request", made, 1);

        Show(ordered, shuffled, single, naive, split);
        Report.Machine(arguments.Seed);
        AnsiConsole.WriteLine("Every design on a fresh Azurite of its own in a folder, after as many mentions to warm up (one row each: at most a minute of them, then three).");
        AnsiConsole.WriteLine("2% of the messages are delivered twice, at most 500 wait. Ours: two processes of their own, one of them for the analysis of texts, HTTP to results, every storage request counted by");
        AnsiConsole.WriteLine("proxies, timers and empty polls among them. One row each: in the benchmark's process, past the proxies. All figures are exact, or this would");
        AnsiConsole.WriteLine("have ended with an error.");
        await Report.WriteAsync(arguments, new
        {
            ordered = ordered.Document,
            shuffled = shuffled.Document,
            oneInEachRequest = single.Document,
            oneRowEach = naive,
            oneRowEachSplit = split,
        });
        Judge.AtLeast("mentions/s, times those of one row each", ordered.MentionsPerSecond / naive.MentionsPerSecond, LeastTimes);
        Judge.AtMost("storage transactions per mention", ordered.TransactionsPerMention, MostTransactions);
    }

    private static async Task<RunFigures> OursAsync(string what, MadeMentions made, int linesEach)
    {
        AnsiConsole.WriteLine($"{made.Lines.Count:N0} mentions, {what} …");
        await using var storage = await CountedStorage.StartAsync();
        await using var engines = await EnginePair.StartAsync(storage.Counted);
        var run = new ListeningRun(engines.Counter, storage);
        // Requests of one line each would warm the emulator's audit rows up, and nothing else.
        await run.RunAsync(new MadeMentions("warm-up", made.Shape with { Seed = made.Shape.Seed + 1 }), Math.Max(linesEach, 100), Limit);
        return Told(await run.RunAsync(made, linesEach, Limit), static figures => $"{figures.MentionsPerSecond:N0} a second, {figures.TransactionsPerMention:N4} transactions each");
    }

    private static async Task<NaiveFigures> NaiveAsync(string what, MadeMentions made, int counters)
    {
        AnsiConsole.WriteLine($"{made.Lines.Count:N0} mentions, {what} …");
        await using var storage = await CountedStorage.StartAsync();
        await new NaiveCounter(storage.Direct, "warmup", counters).RunAsync(new MadeMentions("warm-up", made.Shape with { Seed = made.Shape.Seed + 1 }), NaiveWarmUp);
        return Told(await new NaiveCounter(storage.Direct, "naive", counters).RunAsync(made, NaiveLimit), static figures => $"{figures.MentionsPerSecond:N0} a second, {figures.TransactionsPerMention:N2} transactions each");
    }

    private static T Told<T>(T figures, Func<T, string> say)
    {
        AnsiConsole.WriteLine($"  {say(figures)}");
        return figures;
    }

    private static void Show(RunFigures ordered, RunFigures shuffled, RunFigures single, NaiveFigures naive, NaiveFigures split)
    {
        RunFigures[] ours = [ordered, shuffled, single];
        var table = new Table().Border(TableBorder.Rounded).AddColumn($"{ordered.Mentions:N0} mentions, 24 hours");
        foreach (var column in new[] { "one request, in order", "one request, shuffled", "a request each", $"one row each ({naive.Counted:N0})", $"16 counters ({split.Counted:N0})" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        Row("Mentions/s, from the request to the counter", figures => $"{figures.MentionsPerSecond:N0}", naive => $"{naive.MentionsPerSecond:N0}");
        Row("  times one row each", figures => $"{figures.MentionsPerSecond / naive.MentionsPerSecond:N1}", other => $"{other.MentionsPerSecond / naive.MentionsPerSecond:N1}");
        Row("Storage transactions per mention", figures => $"{figures.TransactionsPerMention:N4}", naive => $"{naive.TransactionsPerMention:N2}");
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            Row($"  {Said(purpose)}", figures => $"{figures.PerMention(purpose):N4}");
        }

        Row("  not in the sum: our looks at the results", figures => $"{figures.Looks / (double)figures.Mentions:N4}");
        Row("Handed in after, s", figures => $"{figures.HandedIn.TotalSeconds:N2}");
        Row("Counted after, s", figures => $"{figures.Counted.TotalSeconds:N2}");
        Row("Shown in the results after, s", figures => $"{figures.Shown.TotalSeconds:N2}");
        Row("Deepest queue, messages", figures => $"{figures.Deepest:N0}");
        AnsiConsole.Write(table);

        void Row(string figure, Func<RunFigures, string> value, Func<NaiveFigures, string>? naiveValue = null) =>
            table.AddRow([figure, .. ours.Select(value), .. new[] { naive, split }.Select(one => naiveValue?.Invoke(one) ?? "")]);
    }

    private static string Said(Purpose purpose) => purpose switch
    {
        Purpose.Ingest => "messages put",
        Purpose.Tracking => "messages received and deleted, cells",
        Purpose.RollUp => "roll-up",
        Purpose.Insight => "texts, and what they come to",
        Purpose.Campaigns => "campaigns",
        Purpose.Polling => "empty queues asked",
        _ => "timers and the rest",
    };
}
