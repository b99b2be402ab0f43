using System.Globalization;
using System.Text.RegularExpressions;
using Campaigns.Benchmarks.Counting;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;
using Spectre.Console;

namespace Campaigns.Benchmarks.Feed;

/// <summary>
/// Results, report and feed read over and over while mentions of many days are counted beside them, in any order: each roll-up changes every day, in several
/// transactions, and a page of the feed takes several requests.
/// </summary>
internal sealed partial class ReadingBenchmark : IBenchmark
{
    private const int Mentions = 100_000;
    private const int LinesEach = 10_000;
    private const int Days = 30;
    private const string Campaign = "read";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public string Name => "reading";

    public string Summary => "results, report and feed read while 100,000 mentions of 30 days are counted: latency, and that no answer is torn";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var made = new MadeMentions(Campaign, MentionShape.Of(arguments.Mentions ?? Mentions, arguments.Seed) with { Hours = Days * 24 }).Shuffled();
        await using var storage = await CountedStorage.StartAsync();
        await using var engine = await EngineProcess.StartAsync(storage.Counted);
        var window = $"?from={MadeMentions.Start:yyyy-MM-dd}&to={MadeMentions.Start.AddDays(Days - 1):yyyy-MM-dd}";
        ReadSeries[] mentions =
        [
            new(engine, "GET results", $"api/campaigns/{Campaign}/results", ReadAnswers.OfResults),
            new(engine, "The same of its days", $"api/campaigns/{Campaign}/results{window}", ReadAnswers.OfResults),
            new(engine, "GET report (HTML)", $"api/campaigns/{Campaign}/results/report", ReadAnswers.OfReport),
            new(engine, "The feed's mentions by the hour", Feed("MentionsHourly", "mentions"), ReadAnswers.OfFeed("mentions")),
        ];
        ReadSeries[] uses =
        [
            new(engine, "Uses of GET results", $"api/campaigns/{Campaign}/results", ReadAnswers.UsesOfResults),
            new(engine, "The feed's uses by the hour", Feed("UsesHourly", "uses"), ReadAnswers.OfFeed("uses")),
        ];
        var people = new ReadSeries(engine, "The feed's people by the day", Feed("PeopleDaily", "contributors"), ReadAnswers.OfFeed("contributors"), grows: false);
        ReadSeries[] all = [.. mentions, .. uses, people];

        var counting = new ListeningRun(engine, storage).RunAsync(made, LinesEach, Limit);
        while (!counting.IsCompleted)
        {
            foreach (var series in all)
            {
                await series.ReadAsync();
            }
        }

        await counting;
        var (transactions, answers) = (storage.Traffic.Counts[Purpose.RollUp], all.Sum(series => series.Answers));
        foreach (var series in all)
        {
            await series.ReadAsync();
        }

        Judged(engine, mentions, uses);
        var table = new Table().Border(TableBorder.Rounded).AddColumn($"While {made.Lines.Count:N0} mentions were counted").AddColumn("Answers").AddColumn("Of which 503").AddColumn("Sums").AddColumn("Median ms").AddColumn("95th percentile ms");
        foreach (var series in all)
        {
            table.AddRow(series.Name, $"{series.Answers:N0}", $"{series.Unsettled:N0}", $"{series.Sums.Count:N0}", $"{series.At(50):N0}", $"{series.At(95):N0}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{transactions:N0} storage transactions of roll-ups, those of {answers:N0} answers among them.");
        Report.Machine(arguments.Seed);
        await Report.WriteAsync(arguments, new
        {
            mentions = made.Lines.Count,
            transactions,
            series = all.Select(series => new { name = series.Name, answers = series.Answers, unsettled = series.Unsettled, sums = series.Sums.Count, median = series.At(50), p95 = series.At(95) }),
        });
    }

    private static string Feed(string set, string column) => $"api/odata/{set}?$filter=campaignKey%20eq%20'{Campaign}'&$select=rowKey,{column},changedAt";

    /// <summary>
    /// Counts only grow, so that a mix of two roll-ups lies between them and behind neither: it shows in that no roll-up ever came to its sum. The engine's log has
    /// what each came to.
    /// </summary>
    private static void Judged(EngineProcess engine, ReadSeries[] mentions, ReadSeries[] uses)
    {
        var rolledUp = RolledUp().Matches(engine.Log).Select(line => long.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture)).Append(0).ToHashSet();
        foreach (var series in mentions)
        {
            Judge.AtMost($"sums of {series.Name} to which no roll-up came", series.Sums.Except(rolledUp).Count(), 0);
        }

        if (mentions.Concat(uses).GroupBy(uses.Contains).Any(kind => kind.Select(series => series.Last).Distinct().Count() != 1))
        {
            throw new BenchmarkException($"In the end: {string.Join(", ", mentions.Concat(uses).Select(series => $"{series.Name} {series.Last}"))}.");
        }
    }

    [GeneratedRegex($"Campaign {Campaign} rolled up: ([0-9]+) mentions")]
    private static partial Regex RolledUp();
}
