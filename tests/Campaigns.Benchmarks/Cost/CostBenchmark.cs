using System.Text.Json;
using Campaigns.TestSupport;
using Spectre.Console;

namespace Campaigns.Benchmarks.Cost;

/// <summary>Pounds a month for 10,000, a million and a hundred million mentions in each deployment, from measured transactions and the prices of a file.</summary>
internal sealed class CostBenchmark : IBenchmark
{
    public string Name => "cost";

    public string Summary => "pounds a month for 10,000 to 100 million mentions, by the prices of Cost/prices.json or of the file that is named";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var file = arguments.Inputs is [var named, ..] ? named : Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Benchmarks", "Cost", "prices.json");
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var prices = new CostPrices(document.RootElement);
        var months = prices.Months.ToList();
        foreach (var line in CostTable.Of(months))
        {
            // As it is: a console would break lines at its width.
            await AnsiConsole.Profile.Out.Writer.WriteLineAsync(line);
        }

        AnsiConsole.WriteLine($"Assumed, not looked up: {string.Join(", ", prices.Assumptions)}; the file says what each stands for.");
        await Report.WriteAsync(arguments, months);
    }
}
