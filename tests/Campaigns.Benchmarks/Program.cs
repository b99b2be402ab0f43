using System.Globalization;
using Campaigns.Benchmarks;
using Campaigns.Benchmarks.Chaos;
using Campaigns.Benchmarks.Clients;
using Campaigns.Benchmarks.Confidentiality;
using Campaigns.Benchmarks.Contention;
using Campaigns.Benchmarks.Cost;
using Campaigns.Benchmarks.Counting;
using Campaigns.Benchmarks.Cpu;
using Campaigns.Benchmarks.Feed;
using Campaigns.Benchmarks.Fuzz;
using Campaigns.Benchmarks.HotHour;
using Campaigns.Benchmarks.Leaks;
using Campaigns.Benchmarks.Scale;
using Campaigns.Benchmarks.Sentiment;
using Campaigns.Benchmarks.Soak;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
// Into a file or a pipe, tables keep their lines.
AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 180);

IBenchmark[] benchmarks = [new CountingBenchmark(), new ScaleBenchmark(), new CpuBenchmark(), new ContentionBenchmark(), new ChaosBenchmark(), new HotHourBenchmark(), new CostBenchmark(), new PersonalDataBenchmark(), new PersonalDataCorpusFile(), new LeaksBenchmark(), new SentimentBenchmark(), new FeedBenchmark(), new ReadingBenchmark(), new FuzzBenchmark(), new SoakBenchmark(), new ClientsBenchmark()];
if (!BenchmarkArguments.TryParse(args, out var arguments, out var fault))
{
    AnsiConsole.MarkupLineInterpolated($"[red]{fault}[/]");
    return 2;
}

var chosen = benchmarks.FirstOrDefault(benchmark => benchmark.Name == arguments.Name);
if (chosen is null)
{
    AnsiConsole.WriteLine("dotnet run -c Release --project tests/Campaigns.Benchmarks -- NAME [FILE …] [--seed N] [--json FILE] [--mentions N] [--workers N] [--rounds N] [--minutes N] [--count N] [--show] [--rules-only]");
    foreach (var benchmark in benchmarks)
    {
        AnsiConsole.WriteLine($"  {benchmark.Name,-22}{benchmark.Summary}");
    }

    return arguments.Name is null ? 0 : 2;
}

try
{
    await chosen.RunAsync(arguments);
    return Judge.IsContent ? 0 : 1;
}
catch (BenchmarkException stopped)
{
    AnsiConsole.MarkupLineInterpolated($"[red]{stopped.Message}[/]");
    return 1;
}
