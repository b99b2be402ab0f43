using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;
using Spectre.Console;

namespace Campaigns.Benchmarks.Feed;

/// <summary>A million rows of the feed, page by page as Power BI reads them.</summary>
internal sealed class FeedBenchmark : IBenchmark
{
    /// <summary>After so many pages everything is warm; memory is held to what it is then.</summary>
    private const int WarmPages = 10;

    private const double MostGrowth = 40;

    public string Name => "feed";

    public string Summary => "1,000,000 rows of the feed in pages of 10,000: time, storage transactions and memory";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        await using var storage = await CountedStorage.StartAsync();
        await using var engine = await EngineProcess.StartAsync(storage.Counted);
        var made = await MadeHours.WriteAsync(engine, storage.Direct);
        var (pages, memory, reads) = (new List<Page>(), new List<double>(), storage.Traffic.Counts[Purpose.RollUp]);
        var last = "";
        for (string? at = "api/odata/UsesHourly"; at is not null;)
        {
            var page = await ReadAsync(engine, at, last);
            (last, at) = (page.Last, page.Next);
            pages.Add(page);
            memory.Add((engine.Memory() ?? 0) / 1e6);
        }

        reads = storage.Traffic.Counts[Purpose.RollUp] - reads;
        var before = storage.Traffic.Counts[Purpose.RollUp];
        var hour = await ReadAsync(engine, $"api/odata/UsesHourly?$filter=hourStartUtc ge {MadeHours.SomeHour} and hourStartUtc lt {MadeHours.NextHour}", "");
        var ofHour = storage.Traffic.Counts[Purpose.RollUp] - before;
        if ((pages.Sum(page => page.Rows), pages.Sum(page => page.Uses), hour.Rows) != (made.Rows, made.Uses, made.RowsOfAnHour))
        {
            throw new BenchmarkException($"{pages.Sum(page => page.Rows)} rows of {pages.Sum(page => page.Uses)} uses came, and {hour.Rows} of an hour: there are {made.Rows}, {made.Uses} and {made.RowsOfAnHour}.");
        }

        var times = pages.Select(page => page.Milliseconds).Order().ToList();
        var (warm, most) = (memory.Take(WarmPages).Max(), memory.Max());
        var table = new Table().Border(TableBorder.Rounded).AddColumn($"{made.Rows:N0} rows").AddColumn(new TableColumn("").RightAligned());
        table.AddRow("Pages", $"{pages.Count:N0}").AddRow("A page, median ms", $"{times[times.Count / 2]:N0}").AddRow("A page, 95th percentile ms", $"{times[times.Count * 95 / 100]:N0}");
        table.AddRow("A page at the wire, KB compressed", $"{pages.Average(page => page.Bytes) / 1e3:N0}").AddRow("Storage transactions per page", $"{reads / (double)pages.Count:N2}");
        table.AddRow("Storage transactions of one hour's rows", $"{ofHour:N0}").AddRow($"Memory of the engine, MB, at most in the first {WarmPages} pages", $"{warm:N0}").AddRow("Memory of the engine, MB, at most in all", $"{most:N0}");
        AnsiConsole.Write(table);
        Report.Machine(arguments.Seed);
        await Report.WriteAsync(arguments, new { made.Rows, pages = pages.Count, medianMilliseconds = times[times.Count / 2], p95Milliseconds = times[times.Count * 95 / 100], bytes = pages.Average(page => page.Bytes), transactionsPerPage = reads / (double)pages.Count, transactionsOfAnHour = ofHour, warmMegabytes = warm, mostMegabytes = most });
        Judge.AtMost("megabytes of memory past those of the first pages", most - warm, MostGrowth);
        Judge.AtMost("storage transactions of one hour's rows", ofHour, 2);
    }

    /// <summary>Reads a page, and sees that its rows stand behind those of the page before.</summary>
    private static async Task<Page> ReadAsync(EngineProcess engine, string path, string after)
    {
        var clock = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip");
        using var answer = await engine.Http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchmarkException($"{path} answered {(int)answer.StatusCode}: {Encoding.UTF8.GetString(bytes)}");
        }

        await using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var json = await JsonDocument.ParseAsync(unpacked);
        var (rows, uses, last) = (0, 0L, after);
        foreach (var row in json.RootElement.GetProperty("value").EnumerateArray())
        {
            var key = row.GetProperty("rowKey").GetString()!;
            if (string.CompareOrdinal(key, last) <= 0)
            {
                throw new BenchmarkException($"The row {key} comes after {last}.");
            }

            (rows, uses, last) = (rows + 1, uses + row.GetProperty("uses").GetInt64(), key);
        }

        return new Page(rows, uses, last, json.RootElement.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null, milliseconds, bytes.Length);
    }

    private sealed record Page(int Rows, long Uses, string Last, string? Next, double Milliseconds, int Bytes);
}
