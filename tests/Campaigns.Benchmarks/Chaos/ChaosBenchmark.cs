using Spectre.Console;

namespace Campaigns.Benchmarks.Chaos;

/// <summary>Whether any figure is wrong after everything went wrong.</summary>
internal sealed class ChaosBenchmark : IBenchmark
{
    public string Name => "chaos";

    public string Summary => "wrong figures after kills, repeats and faults at the wire: there must be none";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var plan = new ChaosPlan(arguments.Mentions ?? 200_000, arguments.Workers ?? 8, arguments.Seed, TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(12));
        var figures = await new ChaosRun(plan, AnsiConsole.WriteLine).RunAsync();

        var table = new Table().Border(TableBorder.Rounded).AddColumn($"{figures.Mentions:N0} mentions, {plan.Workers} workers").AddColumn(new TableColumn("").RightAligned());
        table.AddRow("Lines handed in, until every request was taken", $"{figures.HandedIn:N0}").AddRow("Workers killed (SIGKILL) and replaced", $"{figures.Kills:N0}");
        foreach (var (what, count) in figures.Faults)
        {
            table.AddRow($"At the wire: {Markup.Escape(what)}", $"{count:N0}");
        }

        table.AddRow("Erasures asked for meanwhile", $"{figures.Erasures:N0}");
        table.AddRow("Messages that were given up, and replayed", $"{figures.Replayed:N0}").AddRow("Minutes", $"{figures.Took.TotalMinutes:N1}");
        table.AddRow("Memory of a worker at most, MB", $"{figures.PeakMemory / 1e6:N0}").AddRow("Wrong figures", $"{figures.Wrong.Count:N0}");
        AnsiConsole.Write(table);
        Report.Machine(arguments.Seed);
        AnsiConsole.WriteLine("Compared with a plain count: results and hourly timeline of every worker, once every queue is empty and the roll-ups had their time; and no hash of an erased author stands anywhere but on the refusal list.");
        await Report.WriteAsync(arguments, new { plan.Workers, figures.Mentions, figures.HandedIn, figures.Kills, figures.Replayed, figures.Erasures, figures.Faults, wrongFigures = figures.Wrong, seconds = figures.Took.TotalSeconds, figures.PeakMemory });
        foreach (var wrong in figures.Wrong.Take(50))
        {
            AnsiConsole.WriteLine(wrong);
        }

        Judge.AtLeast("messages that were given up, and replayed", figures.Replayed, 1);
        Judge.AtMost("wrong figures", figures.Wrong.Count, 0);
    }
}
