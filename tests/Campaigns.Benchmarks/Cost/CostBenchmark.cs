using System.Text.Json;
using Campaigns.TestSupport;
using Spectre.Console;

namespace Campaigns.Benchmarks.Cost;

/// <summary>Pounds a month for 10,000, a million and a hundred million mentions, from measured transactions and the prices of a file.</summary>
internal sealed class CostBenchmark : IBenchmark
{
    public string Name => "cost";

    public string Summary => "pounds a month for 10,000 to 100 million mentions, by the prices of Cost/prices.json or of the file that is named";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var file = arguments.Inputs is [var named, ..] ? named : Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Benchmarks", "Cost", "prices.json");
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var prices = new CostPrices(document.RootElement);
        var months = prices.Mentions.Select(mentions => MonthlyCost.Of(mentions, prices)).ToList();
        var table = new Table().Border(TableBorder.Markdown);
        foreach (var column in new[] { "mentions a month", "Functions", "always ready", "transactions", "tables", "backups", "logs", "alerts", "£ a month", "Azure AI Language for every text" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var month in months)
        {
            table.AddRow(
                $"{month.Mentions:N0}", $"{month.Functions:N2}", $"{month.AlwaysReady:N2}", $"{month.Transactions:N2}", $"{month.Stored:N2}", $"{month.Backups:N2}", $"{month.Logs:N2}", $"{month.Alerts:N2}", $"{month.Sum:N2}", $"{month.Language:N0}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Assumed, not looked up: {string.Join(", ", prices.Assumptions)}; the file says what each stands for.");
        await Report.WriteAsync(arguments, months);
    }
}
