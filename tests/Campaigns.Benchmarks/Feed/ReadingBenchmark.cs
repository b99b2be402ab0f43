using System.Diagnostics;
using System.Text.Json;
using Campaigns.Benchmarks.Counting;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;
using Spectre.Console;

namespace Campaigns.Benchmarks.Feed;

/// <summary>Results and feed read over and over while mentions are counted beside them.</summary>
internal sealed class ReadingBenchmark : IBenchmark
{
    private const int Mentions = 100_000;
    private const int LinesEach = 10_000;
    private const string Campaign = "read";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public string Name => "reading";

    public string Summary => "results and feed read while 100,000 mentions are counted: latency, and that no answer is torn";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var made = new MadeMentions(Campaign, MentionShape.Of(arguments.Mentions ?? Mentions, arguments.Seed));
        await using var storage = await CountedStorage.StartAsync();
        await using var engine = await EngineProcess.StartAsync(storage.Counted);
        var counting = new ListeningRun(engine, storage).RunAsync(made, LinesEach, Limit);
        var (results, feed, lastResults, lastFeed) = (new List<double>(), new List<double>(), 0L, 0L);
        while (!counting.IsCompleted)
        {
            // Counts only grow here: an answer that mixes an older with a newer state would fall behind the one before, or not add up in itself.
            lastResults = NotLess("results", lastResults, await TimedAsync(engine, results, $"api/campaigns/{Campaign}/results", OfResults));
            lastFeed = NotLess("feed", lastFeed, await TimedAsync(engine, feed, $"api/odata/MentionsHourly?$filter=campaignKey%20eq%20'{Campaign}'&$select=rowKey,mentions", OfFeed));
        }

        await counting;
        var whole = await TimedAsync(engine, [], $"api/odata/MentionsHourly?$filter=campaignKey%20eq%20'{Campaign}'&$select=rowKey,mentions", OfFeed);
        var shown = await TimedAsync(engine, [], $"api/campaigns/{Campaign}/results", OfResults);
        if (whole != shown)
        {
            throw new BenchmarkException($"The feed adds up to {whole} mentions, and the results have {shown}.");
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn($"While {made.Lines.Count:N0} mentions were counted").AddColumn("Answers").AddColumn("Median ms").AddColumn("95th percentile ms");
        Row("GET results", results);
        Row("The feed's mentions by the hour", feed);
        AnsiConsole.Write(table);
        Report.Machine(arguments.Seed);
        await Report.WriteAsync(arguments, new { mentions = made.Lines.Count, results = Percentiles(results), feed = Percentiles(feed) });

        void Row(string name, List<double> times) => table.AddRow(name, $"{times.Count:N0}", $"{At(times, 50):N0}", $"{At(times, 95):N0}");
    }

    private static object Percentiles(List<double> times) => new { answers = times.Count, median = At(times, 50), p95 = At(times, 95) };

    private static double At(List<double> times, int percent) => times.Order().ElementAtOrDefault(times.Count * percent / 100);

    private static long NotLess(string name, long before, long now) => now >= before ? now : throw new BenchmarkException($"The {name} fell from {before} mentions to {now}.");

    private static async Task<long> TimedAsync(EngineProcess engine, List<double> times, string path, Func<JsonElement, long> mentions)
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

        using var json = JsonDocument.Parse(body);
        return mentions(json.RootElement);
    }

    private static long OfResults(JsonElement results)
    {
        if (results.GetProperty("mentions") is not { ValueKind: JsonValueKind.Number } mentions)
        {
            return 0;
        }

        var byKind = results.GetProperty("byKind").EnumerateObject().Sum(kind => kind.Value.GetInt64());
        return byKind == mentions.GetInt64() ? byKind : throw new BenchmarkException($"{mentions} mentions, and {byKind} over all kinds, in one answer.");
    }

    private static long OfFeed(JsonElement page)
    {
        var rows = page.GetProperty("value").EnumerateArray().ToList();
        return rows.DistinctBy(row => row.GetProperty("rowKey").GetString()).Count() == rows.Count
            ? rows.Sum(row => row.GetProperty("mentions").GetInt64())
            : throw new BenchmarkException("A row came twice.");
    }
}
