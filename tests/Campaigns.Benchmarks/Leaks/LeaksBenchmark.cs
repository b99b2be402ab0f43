using Campaigns.EndToEnd.Leaks;
using Spectre.Console;

namespace Campaigns.Benchmarks.Leaks;

/// <summary>Whether anything that identifies a person rests anywhere after it was let slip.</summary>
internal sealed class LeaksBenchmark : IBenchmark
{
    public string Name => "leaks";

    public string Summary => "personal data found in storage, queues, logs and answers after it was planted: there must be none; --rules-only asks the rules alone, in seconds";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var mentions = arguments.Mentions ?? 100_000;
        if (arguments.RulesOnly)
        {
            Survivors.Find(mentions, arguments.Seed);
            return;
        }

        var figures = await new LeakRun(new LeakPlan(mentions, mentions / 20, arguments.Seed, TimeSpan.FromMinutes(40)), AnsiConsole.WriteLine).RunAsync();

        var table = new Table().Border(TableBorder.Rounded).AddColumn($"{figures.Mentions:N0} mentions counted, {figures.Refused:N0} lines refused").AddColumn(new TableColumn("").RightAligned());
        foreach (var (kind, count) in figures.Planted)
        {
            table.AddRow($"Planted: {kind}", $"{count:N0}");
        }

        foreach (var (queue, count) in figures.Poison)
        {
            table.AddRow($"Messages in {queue}", $"{count:N0}");
        }

        foreach (var (place, count) in figures.Bytes)
        {
            table.AddRow($"Looked at: {place}, MB", $"{count / 1e6:N1}");
        }

        table.AddRow("Minutes", $"{figures.Took.TotalMinutes:N1}").AddRow("Found", $"{figures.Leaks.Count:N0}");
        AnsiConsole.Write(table);
        Report.Machine(arguments.Seed);
        AnsiConsole.WriteLine("Looked for as written, without case, spacing and separators, in UTF-8 and UTF-16, unescaped, in base64, decompressed, in packed digits and as numbers.");
        await Report.WriteAsync(arguments, new { figures.Mentions, figures.Planted, figures.Refused, figures.Poison, figures.Bytes, figures.Leaks, seconds = figures.Took.TotalSeconds });
        foreach (var leak in figures.Leaks.Take(50))
        {
            AnsiConsole.WriteLine($"{leak.Place}, {leak.How}: {leak.Datum.Kind} [{leak.Datum.Value}]");
        }

        Judge.AtMost("personal data found", figures.Leaks.Count, 0);
    }
}
