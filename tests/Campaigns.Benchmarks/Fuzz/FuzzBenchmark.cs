using Campaigns.TestSupport;
using Spectre.Console;

namespace Campaigns.Benchmarks.Fuzz;

/// <summary>Whether any request, however odd, makes the engine fail or say what it should not.</summary>
internal sealed class FuzzBenchmark : IBenchmark
{
    private const int Rounds = 200;

    public string Name => "fuzz";

    public string Summary => "every operation of the API's description, asked oddly: no fault of the engine's own, and problem details for the rest; --rounds N";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        await FuzzRun.PrepareAsync();
        await using var azurite = await Azurite.StartAsync();
        var figures = await new FuzzRun(azurite.ConnectionString, "fuzz").RunAsync(arguments.Seed, arguments.Rounds ?? Rounds, TimeSpan.FromHours(2));

        var table = new Table().Border(TableBorder.Rounded).AddColumn($"{figures.Sent:N0} requests, {figures.Rounds} rounds of {figures.Operations.Count} operations");
        foreach (var column in new[] { "Asked", "Below 400", "Refused", "Slowest, ms" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var (operation, came) in figures.Operations)
        {
            table.AddRow(Markup.Escape(operation), $"{came.Asked:N0}", $"{came.Done:N0}", $"{came.Refused:N0}", $"{came.Slowest:N0}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Answers: {string.Join(", ", figures.Statuses.Select(static status => $"{status.Key}: {status.Value:N0}"))}.");
        Report.Machine(arguments.Seed);
        await Report.WriteAsync(arguments, figures);
        foreach (var fault in figures.Faults)
        {
            AnsiConsole.WriteLine(fault);
        }

        Judge.AtMost("faults found", figures.Faults.Count, 0);
        // A restore needs empty tables, a replay poison, and a resolution a task that fell due: they are refused here, all others must be reached.
        Judge.AtMost("operations that never did what they are for", figures.Operations.Values.Count(static operation => operation.Done == 0), 3);
    }
}
