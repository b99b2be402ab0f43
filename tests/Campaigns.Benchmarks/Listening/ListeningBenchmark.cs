using System.Runtime.InteropServices;
using System.Text.Json;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;
using Spectre.Console;

namespace Campaigns.Benchmarks.Listening;

/// <summary>From <c>POST /api/mentions</c> through the queue to the counters and the results.</summary>
internal sealed class ListeningBenchmark : IBenchmark
{
    private const int WarmUp = 200;
    private const int Naive = 500;

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly (int Mentions, TimeSpan Limit)[] Stages =
    [
        (1_000, TimeSpan.FromMinutes(2)), (10_000, TimeSpan.FromMinutes(4)), (100_000, TimeSpan.FromMinutes(10)),
    ];

    public string Name => "listening";

    public string Summary => "mentions/s through the queue to the counters, storage transactions per mention, latency of the results";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        AnsiConsole.WriteLine("Starting a storage emulator, proxies that count, and the engine …");
        await using var storage = await CountedStorage.StartAsync();
        await using var engine = await EngineProcess.StartAsync(storage.Counted);
        var stage = new ListeningStage(engine, storage);
        await stage.RunAsync(WarmUp, arguments.Seed, TimeSpan.FromMinutes(1));

        var figures = new List<ListeningFigures>();
        foreach (var (mentions, limit) in Stages)
        {
            AnsiConsole.WriteLine($"{mentions:N0} mentions …");
            figures.Add(await stage.RunAsync(mentions, arguments.Seed, limit));
        }

        AnsiConsole.WriteLine($"{Naive:N0} mentions by one message and one row each …");
        await engine.StopAsync();
        var naive = await new NaiveCounter(storage).RunAsync(Naive, TimeSpan.FromMinutes(2));
        Show(figures, naive, arguments.Seed);
        if (arguments.Json is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Document(figures, naive, arguments.Seed), Written));
        }
    }

    private static void Show(List<ListeningFigures> figures, (double MentionsPerSecond, double TransactionsPerMention) naive, int seed)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Mentions of one campaign");
        foreach (var column in figures)
        {
            table.AddColumn(new TableColumn($"{column.Mentions:N0}").RightAligned());
        }

        table.AddColumn(new TableColumn($"one row each, {Naive:N0}").RightAligned());
        Row("Mentions/s, request to counter", column => $"{column.MentionsPerSecond:N0}", $"{naive.MentionsPerSecond:N0}");
        Row("Storage transactions per mention", column => $"{column.TransactionsPerMention:N3}", $"{naive.TransactionsPerMention:N3}");
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            Row(Said(purpose), column => $"{column.PerMention(purpose):N3}");
        }

        Row("Handed in after, s", column => $"{column.HandedIn.TotalSeconds:N1}");
        Row("Counted after, s", column => $"{column.Counted.TotalSeconds:N1}");
        Row("Shown in the results after, s", column => $"{column.Shown.TotalSeconds:N1}");
        Row("GET results, median ms", column => $"{column.ResultsMedian:N1}");
        Row("GET results, 95th percentile ms", column => $"{column.ResultsP95:N1}");
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Seed {seed}; {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, .NET {Environment.Version}.");
        AnsiConsole.WriteLine("The engine is a process of its own, storage is Azurite in a folder; a proxy between them counts every request.");
        AnsiConsole.WriteLine("Counted from the first request until the roll-up is done; an entity group transaction is one. Each campaign's mentions");
        AnsiConsole.WriteLine("spread over the hours of 17 days and come in order of time, 5,000 lines of NDJSON a request. 50 calls of the results.");

        void Row(string figure, Func<ListeningFigures, string> value, string naiveValue = "") => table.AddRow([figure, .. figures.Select(value), naiveValue]);
    }

    private static string Said(Purpose purpose) => purpose switch
    {
        Purpose.Ingest => "  taking in: messages put",
        Purpose.Tracking => "  tracking: messages received and deleted, cells read and written",
        Purpose.RollUp => "  roll-up",
        Purpose.Campaigns => "  reading campaigns",
        Purpose.Polling => "  asking empty queues (not in the sum)",
        _ => "  timers and the rest",
    };

    private static object Document(List<ListeningFigures> figures, (double MentionsPerSecond, double TransactionsPerMention) naive, int seed) => new
    {
        benchmark = "listening",
        seed,
        machine = new { processors = Environment.ProcessorCount, os = RuntimeInformation.OSDescription, dotnet = $"{Environment.Version}" },
        stages = figures.Select(static column => new
        {
            column.Mentions,
            column.MentionsPerSecond,
            column.TransactionsPerMention,
            transactions = column.Transactions.ToDictionary(static count => JsonNamingPolicy.CamelCase.ConvertName($"{count.Key}"), static count => count.Value),
            handedInSeconds = column.HandedIn.TotalSeconds,
            countedSeconds = column.Counted.TotalSeconds,
            shownSeconds = column.Shown.TotalSeconds,
            resultsMedianMilliseconds = column.ResultsMedian,
            resultsP95Milliseconds = column.ResultsP95,
        }),
        oneRowEach = new { mentions = Naive, naive.MentionsPerSecond, naive.TransactionsPerMention },
    };
}
