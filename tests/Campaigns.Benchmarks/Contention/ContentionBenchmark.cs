using System.Diagnostics;
using Campaigns.Benchmarks.Cpu;
using Campaigns.Benchmarks.Wire;
using Campaigns.Listening.Cells;
using Spectre.Console;

namespace Campaigns.Benchmarks.Contention;

/// <summary>Many writers, each with a cache of its own as in a process of its own, on one cell.</summary>
internal sealed class ContentionBenchmark : IBenchmark
{
    private const int Writers = 64;
    private const int MessagesEach = 20;
    private const int RecordsEach = 20;
    private const double MostWrites = 2;

    private static readonly CellId Id = new("contention", "g", 398_000);

    public string Name => "contention";

    public string Summary => "writes per message with 64 writers on one cell";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var writers = arguments.Workers ?? Writers;
        await using var storage = await CountedStorage.StartAsync();
        var engines = new List<InProcessEngine>();
        for (var writer = 0; writer < writers; writer++)
        {
            engines.Add(await InProcessEngine.StartAsync(storage.Counted, makesTables: writer == 0));
        }

        await CommitAsync(engines, Id with { Hour = 397_000 }, 1);
        var (before, again, clock) = (storage.Traffic.CellWrites, 0, Stopwatch.StartNew());
        again = await CommitAsync(engines, Id, MessagesEach);
        var (seconds, messages, writes) = (clock.Elapsed.TotalSeconds, writers * MessagesEach, storage.Traffic.CellWrites - before);
        var counted = (await engines[0].Get<CellTable>().ReadRecordsAsync(Id, default)).Records.Count();
        foreach (var engine in engines)
        {
            await engine.DisposeAsync();
        }

        if (counted != messages * RecordsEach)
        {
            throw new BenchmarkException($"The cell holds {counted} mentions, and not {messages * RecordsEach}.");
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn($"{writers} writers on one cell").AddColumn(new TableColumn("").RightAligned());
        table.AddRow("Messages", $"{messages:N0}").AddRow("Writes at the wire, refused ones included", $"{writes:N0}").AddRow("Writes per message", $"{writes / (double)messages:N2}");
        table.AddRow("Messages that were sent again for contention", $"{again:N0}").AddRow("Messages/s", $"{messages / seconds:N0}").AddRow("Mentions in the cell, all of them", $"{counted:N0}");
        AnsiConsole.Write(table);
        Report.Machine(arguments.Seed);
        await Report.WriteAsync(arguments, new { writers, messages, writes, writesPerMessage = writes / (double)messages, sentAgain = again, messagesPerSecond = messages / seconds, counted });
        Judge.AtMost("writes per message", writes / (double)messages, MostWrites);
    }

    /// <summary>Each writer commits its messages one after the other, all writers at the same time.</summary>
    /// <returns>How many messages had to come again.</returns>
    private static async Task<int> CommitAsync(List<InProcessEngine> engines, CellId id, int each)
    {
        var again = 0;
        await Task.WhenAll(engines.Select(async (engine, writer) =>
        {
            await Task.Yield();
            for (var message = 0; message < each; message++)
            {
                var records = Cell.Of([.. Enumerable.Range(0, RecordsEach).Select(number => Record((((writer * each) + message) * RecordsEach) + number))]);
                while (await engine.Get<CellCommitter>().CommitAsync(id, records, default) == CommitOutcome.Contended)
                {
                    // The tracker sends it again with a delay of some seconds.
                    Interlocked.Increment(ref again);
                    await Task.Delay(TimeSpan.FromSeconds(Random.Shared.Next(1, 6)));
                }
            }
        }));
        return again;
    }

    private static MentionRecord Record(int number) => new()
    {
        Key = UInt128.MaxValue / 1_000_003 * (ulong)(number + 1),
        Author = (UInt128)(ulong)number + 1,
        Channel = "x",
        Tags = 1,
        Followers = number,
        LargestFollowers = number,
        Likes = 1,
        Shares = 0,
        Comments = MentionRecord.Unknown,
        Views = MentionRecord.Unknown,
        Second = number % 3600,
        ObservedAt = 1_433_757_600_000,
    };
}
