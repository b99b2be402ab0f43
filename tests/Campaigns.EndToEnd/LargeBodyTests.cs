using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class LargeBodyTests(AzuriteFixture azurite)
{
    private const int Megabyte = 1024 * 1024;
    private const long MostMemory = 200L * Megabyte;

    [Fact]
    public async Task A_hundred_megabytes_of_lines_are_taken_in_within_200_MB_of_memory_and_a_bad_line_among_them_is_named()
    {
        // What else the machine does delays collections of memory: the least of three is what the engine needs.
        var least = long.MaxValue;
        for (var attempt = 1; attempt <= 3 && least >= MostMemory; attempt++)
        {
            least = Math.Min(least, await PeakMemoryAsync());
            TestContext.Current.SendDiagnosticMessage($"Peak memory of the engine: {least / Megabyte} MB.");
        }

        Assert.True(least < MostMemory, $"The engine held {least / Megabyte} MB at its peak.");
    }

    [Fact]
    public async Task A_body_just_over_a_hundred_megabytes_is_too_large_with_its_length_told_or_not()
    {
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        foreach (var told in new[] { true, false })
        {
            var request = Post(new PushedContent((body, cancellationToken) => FillAsync(body, (100 * Megabyte) + 1, cancellationToken), told ? (100 * Megabyte) + 1 : null));
            request.Headers.ExpectContinue = true;
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await engine.SendAsync(request)).Status);
        }
    }

    [Fact]
    public async Task A_body_that_breaks_off_keeps_what_was_queued_and_may_be_sent_again()
    {
        await using var own = await Azurite.StartAsync();
        var storage = new EngineStorage(own.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage);
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json);
        var lines = new MentionLines(bytes: 60 * Megabyte, badLine: 0);

        await BreakOffAsync(engine, lines);
        var kept = await MentionsAsync(engine, static mentions => mentions > 0);
        Assert.InRange(kept, 1, lines.Matching - 1);

        Assert.Equal(HttpStatusCode.Accepted, (await engine.SendAsync(Post(new PushedContent(lines.WriteAsync, lines.Length)))).Status);
        await MentionsAsync(engine, mentions => mentions == lines.Matching);
        await new StorageQueues(storage).DrainedAsync();
        Assert.Equal(lines.Matching, await MentionsAsync(engine, static _ => true));
    }

    /// <summary>What an engine holds at most while it takes in a hundred megabytes; 0 where the system does not tell.</summary>
    private static async Task<long> PeakMemoryAsync()
    {
        await using var own = await Azurite.StartAsync();
        await using var engine = await EngineProcess.StartAsync(new(own.ConnectionString, AzuriteFixture.NewPrefix()));
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json);
        var lines = new MentionLines(bytes: 100 * Megabyte, badLine: 100_000);

        var answer = await engine.SendAsync(Post(new PushedContent(lines.WriteAsync, lines.Length)));

        Assert.True(answer.Status == HttpStatusCode.Accepted, answer.Text);
        Assert.Equal(lines.Count - 1, answer.Json.GetProperty("accepted").GetInt32());
        Assert.Equal(lines.Matching, answer.Json.GetProperty("matched").GetInt32());
        Assert.Equal(1, answer.Json.GetProperty("refused").GetInt32());
        var refusal = Assert.Single(answer.Json.GetProperty("refusedLines").EnumerateArray());
        Assert.Equal(100_000, refusal.GetProperty("line").GetInt32());
        return engine.PeakMemory() ?? 0;
    }

    private static HttpRequestMessage Post(HttpContent body)
    {
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(Requests.Ndjson);
        return new HttpRequestMessage(HttpMethod.Post, "api/mentions") { Content = body };
    }

    /// <summary>Promises the whole body, sends two thirds of it and closes the connection.</summary>
    private static async Task BreakOffAsync(EngineProcess engine, MentionLines lines)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, engine.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/mentions HTTP/1.1\r\nHost: {engine.Address.Authority}\r\nContent-Type: {Requests.Ndjson}\r\nContent-Length: {lines.Length}\r\n\r\n"));
        await lines.WriteAsync(stream, lines.Length * 2 / 3, CancellationToken.None);
    }

    private static async Task FillAsync(Stream body, int bytes, CancellationToken cancellationToken)
    {
        var blank = new byte[Megabyte];
        blank.AsSpan().Fill((byte)'\n');
        for (var left = bytes; left > 0; left -= blank.Length)
        {
            await body.WriteAsync(blank.AsMemory(0, Math.Min(left, blank.Length)), cancellationToken);
        }
    }

    private static Task<long> MentionsAsync(EngineProcess engine, Func<long, bool> enough) => Eventually.ComesAsync(
        async () => (await engine.GetAsync("api/campaigns/give-blood/results")).Json.GetProperty("mentions") is { ValueKind: System.Text.Json.JsonValueKind.Number } number ? number.GetInt64() : 0,
        enough,
        static mentions => $"{mentions} mentions are counted.");
}
