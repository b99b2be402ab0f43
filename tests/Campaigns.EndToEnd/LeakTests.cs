using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Campaigns.EndToEnd.Leaks;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class LeakTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_that_people_let_slip_rests_in_storage_queues_logs_or_answers()
    {
        // The large one is a benchmark: dotnet run -c Release --project tests/Campaigns.Benchmarks -- leaks
        var figures = await new LeakRun(new LeakPlan(3_000, 100, 1, TimeSpan.FromMinutes(10)), output.WriteLine).RunAsync();

        output.WriteLine($"Looked at {string.Join(", ", figures.Bytes)} bytes, and what was unwrapped from them.");
        Assert.Empty(figures.Leaks.Select(static leak => $"{leak.Place}, {leak.How}: {leak.Datum.Kind} [{leak.Datum.Value}]"));
        Assert.True(figures.Refused > 100, $"Only {figures.Refused} lines were refused.");
        Assert.Equal(2, figures.Poison.Count);
        Assert.Equal(["answers", "log", "on the way to queues", "on the way to tables", "poison queues", "the emulator's files"], figures.Bytes.Keys);
    }

    [Fact]
    public async Task What_is_planted_in_the_emulator_is_found_in_its_files()
    {
        await using var azurite = await Azurite.StartAsync();
        var data = Enumerable.Range(0, 12).Select(static at => new PlantedDatum($"place {at}", $"943 476 {5000 + at}")).ToArray();
        var table = new TableClient(azurite.ConnectionString, "Planted");
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", data[0].Value) { ["Text"] = $"my number is {data[1].Value}." });
        await table.AddEntityAsync(new TableEntity("p", "bytes")
        {
            ["Utf8"] = Encoding.UTF8.GetBytes("9434765002"),
            ["Utf16"] = Encoding.Unicode.GetBytes(data[3].Value),
            ["Gzip"] = Compressed(static inner => new GZipStream(inner, CompressionLevel.Fastest), data[4].Value, 0),
            ["Brotli"] = Compressed(static inner => new BrotliStream(inner, CompressionLevel.Fastest), data[5].Value, 7),
            ["Number"] = 9434765006L,
            ["Packed"] = BitConverter.GetBytes(9434765007L),
            ["Within"] = $"{{\"texts\":\"{Convert.ToBase64String(Compressed(static inner => new DeflateStream(inner, CompressionLevel.Fastest), data[8].Value, 3))}\"}}",
        });
        var queue = new QueueClient(azurite.ConnectionString, "planted");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync($"{{\"t\":\"{data[9].Value.Replace(' ', '-')}\"}}");
        await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a text with {data[10].Value} in it")));
        var poison = new QueueClient(azurite.ConnectionString, "planted-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync($"{{\"t\":\"{data[11].Value.Replace(" ", "\\u0020", StringComparison.Ordinal)}\"}}");
        await azurite.StopAsync();

        var scan = new LeakScan(data);
        foreach (var file in Directory.EnumerateFiles(azurite.Folder, "*", SearchOption.AllDirectories))
        {
            scan.Look(Path.GetFileName(file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }

        Assert.Empty(data.Except(scan.Leaks.Select(static leak => leak.Datum)));
    }

    [Theory]
    [InlineData("telephone", "+44 7700 900123", "info: number 07700900123 is new")]
    [InlineData("email", "jane.smith84@gmail.com", "GET /x?mail=JANE.SMITH84%40gmail.com")]
    [InlineData("name", "Siân O'Brien", """{"name":"Si\u00E2n O\u0027Brien"}""")]
    [InlineData("postcode", "LS6 2AB", "in ls6 2ab, they say")]
    [InlineData("bankNumber", "4929 1234 5678 9012", "4929-1234.5678_9012")]
    [InlineData("handle", "@jane_smith84", "by @Jane_Smith84:")]
    public void What_is_planted_in_a_log_or_an_answer_is_found_however_it_is_written(string kind, string value, string text)
    {
        var scan = new LeakScan([new PlantedDatum(kind, value)]);
        scan.Look("log", text);
        Assert.NotEmpty(scan.Leaks);
    }

    [Fact]
    public void What_was_not_planted_is_not_found()
    {
        var scan = new LeakScan([new PlantedDatum("nhsNumber", "943 476 5919"), new PlantedDatum("postcode", "LS6 2AB"), new PlantedDatum("name", "Ann Lee")]);
        scan.Look("log", "943 476 5918, LS6 2AC, joann leeds, e5919434765919ab943476591900ff7c, els6 2abc, \"batch\":10794347659190052718");
        Assert.Empty(scan.Leaks);
    }

    private static byte[] Compressed(Func<Stream, Stream> compress, string text, int header)
    {
        var bytes = new MemoryStream();
        bytes.Write(new byte[header]);
        using (var inner = compress(bytes))
        {
            inner.Write(Encoding.UTF8.GetBytes($"A text that is long enough to be worth it, with {text} in it and some more words behind."));
        }

        return bytes.ToArray();
    }
}
