using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Benchmarks.Counting;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;
using Spectre.Console;

namespace Campaigns.Benchmarks.Feed;

/// <summary>Results, report and feed read over and over while mentions are counted beside them.</summary>
internal sealed partial class ReadingBenchmark : IBenchmark
{
    private const int Mentions = 100_000;
    private const int LinesEach = 10_000;
    private const string Campaign = "read";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public string Name => "reading";

    public string Summary => "results, report and feed read while 100,000 mentions are counted: latency, and that no answer is torn";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var made = new MadeMentions(Campaign, MentionShape.Of(arguments.Mentions ?? Mentions, arguments.Seed));
        await using var storage = await CountedStorage.StartAsync();
        await using var engine = await EngineProcess.StartAsync(storage.Counted);
        var counting = new ListeningRun(engine, storage).RunAsync(made, LinesEach, Limit);
        var (results, feed, report) = (new List<double>(), new List<double>(), new List<double>());
        var (lastResults, lastFeed, lastReport) = (0L, 0L, 0L);
        while (!counting.IsCompleted)
        {
            // Counts only grow here: an answer that mixes an older with a newer state would fall behind the one before, or not add up in itself.
            lastResults = NotLess("results", lastResults, await TimedAsync(engine, results, $"api/campaigns/{Campaign}/results", OfResults));
            lastFeed = NotLess("feed", lastFeed, await TimedAsync(engine, feed, $"api/odata/MentionsHourly?$filter=campaignKey%20eq%20'{Campaign}'&$select=rowKey,mentions", OfFeed));
            lastReport = NotLess("report", lastReport, await TimedAsync(engine, report, $"api/campaigns/{Campaign}/results/report", OfReport));
        }

        await counting;
        var whole = await TimedAsync(engine, [], $"api/odata/MentionsHourly?$filter=campaignKey%20eq%20'{Campaign}'&$select=rowKey,mentions", OfFeed);
        var shown = await TimedAsync(engine, [], $"api/campaigns/{Campaign}/results", OfResults);
        var told = await TimedAsync(engine, [], $"api/campaigns/{Campaign}/results/report", OfReport);
        if (whole != shown || told != shown)
        {
            throw new BenchmarkException($"The feed adds up to {whole} mentions, the report tells {told}, and the results have {shown}.");
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn($"While {made.Lines.Count:N0} mentions were counted").AddColumn("Answers").AddColumn("Median ms").AddColumn("95th percentile ms");
        Row("GET results", results);
        Row("The feed's mentions by the hour", feed);
        Row("GET report (HTML)", report);
        AnsiConsole.Write(table);
        Report.Machine(arguments.Seed);
        await Report.WriteAsync(arguments, new { mentions = made.Lines.Count, results = Percentiles(results), feed = Percentiles(feed), report = Percentiles(report) });

        void Row(string name, List<double> times) => table.AddRow(name, $"{times.Count:N0}", $"{At(times, 50):N0}", $"{At(times, 95):N0}");
    }

    private static object Percentiles(List<double> times) => new { answers = times.Count, median = At(times, 50), p95 = At(times, 95) };

    private static double At(List<double> times, int percent) => times.Order().ElementAtOrDefault(times.Count * percent / 100);

    private static long NotLess(string name, long before, long now) => now >= before ? now : throw new BenchmarkException($"The {name} fell from {before} mentions to {now}.");

    private static async Task<long> TimedAsync(EngineProcess engine, List<double> times, string path, Func<byte[], long> mentions)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await engine.Http.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        times.Add(clock.Elapsed.TotalMilliseconds);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            // The campaign is put first of all.
            return 0;
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchmarkException($"{path} answered {(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(body)}");
        }

        return mentions(body);
    }

    private static long OfResults(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var results = json.RootElement;
        if (results.GetProperty("mentions") is not { ValueKind: JsonValueKind.Number } mentions)
        {
            return 0;
        }

        var byKind = results.GetProperty("byKind").EnumerateObject().Sum(kind => kind.Value.GetInt64());
        return byKind == mentions.GetInt64() ? byKind : throw new BenchmarkException($"{mentions} mentions, and {byKind} over all kinds, in one answer.");
    }

    private static long OfFeed(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var rows = json.RootElement.GetProperty("value").EnumerateArray().ToList();
        return rows.DistinctBy(row => row.GetProperty("rowKey").GetString()).Count() == rows.Count
            ? rows.Sum(row => row.GetProperty("mentions").GetInt64())
            : throw new BenchmarkException("A row came twice.");
    }

    /// <summary>What the story tells, which is what its days add up to.</summary>
    private static long OfReport(byte[] body)
    {
        var page = System.Text.Encoding.UTF8.GetString(body);
        var told = MentionsTold().Match(page) is { Success: true } found ? Number(found) : 0;
        var days = DayRow().Matches(page).Sum(Number);
        return told == days ? told : throw new BenchmarkException($"{told} mentions in the story, and {days} over all days, in one report.");

        static long Number(Match match) => long.Parse(match.Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("in <a[^>]*>([0-9,]+) mentions?</a>")]
    private static partial Regex MentionsTold();

    /// <summary>A row of the table of days: mentions and uses, and no more.</summary>
    [GeneratedRegex("</th><td class=\"number\">([0-9,]+)</td><td class=\"number\">([0-9,]+)</td></tr>")]
    private static partial Regex DayRow();
}
