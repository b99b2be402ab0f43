using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Campaigns.Benchmarks;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Leaks;

/// <summary>
/// Hands in mentions in which people let slip what identifies them, through every door and every way that goes wrong, and looks for it in all that the
/// engine hands to its storage, in the files of that storage, in its queues, its log and its answers.
/// </summary>
/// <param name="plan">How much.</param>
/// <param name="say">Where it says how it goes.</param>
internal sealed class LeakRun(LeakPlan plan, Action<string> say)
{
    private const int LinesEach = 5_000;

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["LocalHost__LeaseSeconds"] = "15",
        ["Logging__LogLevel__Default"] = "Debug",
        ["Erasures__SecondPassAfter"] = "00:00:20",
        ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "2",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:01",
    };

    private readonly Patience patience = new(plan.Limit);
    private readonly PlantedMentions made = new(plan);
    private readonly ConcurrentDictionary<string, long> bytes = new();
    private readonly SortedDictionary<string, int> poison = new(StringComparer.Ordinal);
    private LeakScan scan = new([]);
    private long refused;

    /// <summary>Runs it.</summary>
    /// <exception cref="BenchmarkException">It did not end in time.</exception>
    public async Task<LeakFigures> RunAsync()
    {
        scan = new LeakScan(made.Planted);
        await using var azurite = await Azurite.StartAsync();
        var direct = new EngineStorage(azurite.ConnectionString, "leaks");
        var wire = new StorageWire(Look, PlantedMentions.Start.AddHours(30));
        var looking = Task.Run(wire.LookAsync);
        await using var queueWay = await PassingProxy.StartAsync(azurite.QueuePort, wire.ToQueuesAsync);
        await using var tableWay = await PassingProxy.StartAsync(azurite.TablePort, wire.ToTablesAsync);
        long mentions;
        await using (var engine = await EngineProcess.StartAsync(direct.Through(azurite.QueuePort, queueWay.Address.Port).Through(azurite.TablePort, tableWay.Address.Port), Settings))
        {
            await SendAsync(engine, HttpMethod.Put, "api/campaigns/leaks", Encoding.UTF8.GetBytes(PlantedMentions.Campaign), "application/json");
            await SendAsync(engine, HttpMethod.Put, "api/campaigns/leaks/supporters", Encoding.UTF8.GetBytes(PlantedMentions.Supporters), "application/json");
            await HandInAsync(engine);
            say($"Handed in after {patience.Elapsed:mm\\:ss}; until messages of the lost hour are poison …");
            await LookAtPoisonAsync(direct);
            wire.IsLosing = false;
            say($"Poison after {patience.Elapsed:mm\\:ss}: {string.Join(", ", poison)}; until every queue is empty …");
            await EraseAsync(engine);
            mentions = await SettleAsync(engine, new EngineQueues(direct));
            say($"{mentions} mentions counted after {patience.Elapsed:mm\\:ss}; the exports …");
            await ExportAsync(engine);
            await engine.StopAsync();
            Look("log", Encoding.UTF8.GetBytes(engine.Log));
        }

        wire.Complete();
        await looking;
        await azurite.StopAsync();
        say($"Everything is stopped after {patience.Elapsed:mm\\:ss}; the emulator's files …");
        foreach (var file in Directory.EnumerateFiles(azurite.Folder, "*", SearchOption.AllDirectories))
        {
            Look("the emulator's files", await File.ReadAllBytesAsync(file));
        }

        var planted = made.Planted.GroupBy(static datum => datum.Kind).OrderBy(static kind => kind.Key, StringComparer.Ordinal).ToDictionary(static kind => kind.Key, static kind => kind.Count());
        return new LeakFigures(mentions, planted, refused, poison, new SortedDictionary<string, long>(bytes, StringComparer.Ordinal), scan.Leaks, patience.Elapsed);
    }

    private async Task HandInAsync(EngineProcess engine)
    {
        foreach (var part in made.Lines.Chunk(LinesEach))
        {
            await SendAsync(engine, HttpMethod.Post, "api/mentions", PlantedMentions.Body(part), "application/x-ndjson");
        }

        // The same ones again, as an array: they count once, and come to rest nowhere either.
        await SendAsync(engine, HttpMethod.Post, "api/mentions", Encoding.UTF8.GetBytes($"[{string.Join(',', made.Lines.Take(500))}]"), "application/json");
        var answer = await SendAsync(engine, HttpMethod.Post, "api/mentions", PlantedMentions.Body(made.RefusedLines.Append(made.Lines[0])), "application/x-ndjson");
        refused = JsonDocument.Parse(answer).RootElement.GetProperty("refused").GetInt64();
        foreach (var table in made.Headerless)
        {
            await SendAsync(engine, HttpMethod.Post, "api/mentions", Encoding.UTF8.GetBytes($"{table}\n{table}\n"), "text/csv", HttpStatusCode.UnprocessableEntity);
        }

        await BreakOffAsync(engine);
    }

    /// <summary>Promises more than it sends, ends in the middle of a line and closes the connection.</summary>
    private async Task BreakOffAsync(EngineProcess engine)
    {
        var body = PlantedMentions.Body(made.BrokenOffLines);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, engine.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/mentions HTTP/1.1\r\nHost: {engine.Address.Authority}\r\nContent-Type: application/x-ndjson\r\nContent-Length: {body.Length}\r\n\r\n"));
        await stream.WriteAsync(body.AsMemory(0, body.Length * 2 / 3));
    }

    /// <summary>Waits until mentions and texts of the lost hour were given up, and looks at what was.</summary>
    private async Task LookAtPoisonAsync(EngineStorage storage)
    {
        var service = new QueueServiceClient(storage.ConnectionString);
        string[] expected = [.. new[] { "Listening__MentionsQueue", "Insight__TextsQueue" }.Select(setting => storage.Queue(setting) + "-poison")];
        while (poison.Count < expected.Length)
        {
            foreach (var name in expected.Where(name => !poison.ContainsKey(name)))
            {
                var queue = service.GetQueueClient(name);
                if ((await queue.ExistsAsync()).Value && (await queue.PeekMessagesAsync(32)).Value is { Length: > 0 } messages)
                {
                    poison[name] = messages.Length;
                    Look("poison queues", Encoding.UTF8.GetBytes(string.Join('\n', messages.Select(static message => message.Body.ToString()))));
                }
            }

            await patience.WaitAsync(TimeSpan.FromMilliseconds(500), () => $"only {string.Join(", ", poison.Keys)} has poison");
        }
    }

    /// <summary>Asks that some authors be forgotten, by their ids and by their handles.</summary>
    private async Task EraseAsync(EngineProcess engine)
    {
        foreach (var (author, at) in made.Authors.Take(6).Select(static (author, at) => (author, at)))
        {
            object asked = at % 2 == 0 ? new { channel = author.Channel, authorId = author.Id } : new { channel = author.Channel, handle = author.Handle };
            await SendAsync(engine, HttpMethod.Post, "api/erasures", JsonSerializer.SerializeToUtf8Bytes(asked), "application/json");
        }
    }

    /// <summary>Gives the poison back until every queue is empty and every mention is counted.</summary>
    private async Task<long> SettleAsync(EngineProcess engine, EngineQueues queues)
    {
        while (true)
        {
            var (all, poisoned) = await queues.CountAsync();
            if (poisoned > 0)
            {
                await SendAsync(engine, HttpMethod.Post, "api/poison/replay", [], "application/json");
            }

            var results = JsonDocument.Parse(await SendAsync(engine, HttpMethod.Get, "api/campaigns/leaks/results", null, "")).RootElement;
            if (all == 0 && results.GetProperty("mentions") is { ValueKind: JsonValueKind.Number } mentions && mentions.GetInt64() >= made.Lines.Count)
            {
                return mentions.GetInt64();
            }

            await patience.WaitAsync(TimeSpan.FromSeconds(1), () => $"{all} messages are still in the queues, {poisoned} of them poison, and the results say {results.GetProperty("mentions")}");
        }
    }

    /// <summary>Every answer that the description knows of and that needs no more than the campaign's id, every set of the feed, and the forms that are asked for by name.</summary>
    private async Task ExportAsync(EngineProcess engine)
    {
        var described = (await ReadAsync("api/openapi.json")).GetProperty("paths").EnumerateObject().Where(static path => path.Value.TryGetProperty("get", out _))
            .Select(static path => path.Name.Replace("{campaignId}", "leaks", StringComparison.Ordinal).TrimStart('/')).Where(static path => !path.Contains('{', StringComparison.Ordinal));
        var sets = (await ReadAsync("api/odata")).GetProperty("value").EnumerateArray().Select(static set => $"api/odata/{set.GetProperty("url").GetString()}");
        foreach (var path in described.Concat(sets).Concat(
        [
            "api/campaigns/leaks/results/timeline?grain=hour", "api/campaigns/leaks/results/timeline?grain=day", "api/campaigns/leaks/results?format=csv", "api/campaigns/leaks/results/report?format=md",
            "api/campaigns/leaks/results/report?format=json", "api/campaigns/leaks/supporters?format=csv", "api/hashtags/MissingType/check",
        ]))
        {
            await SendAsync(engine, HttpMethod.Get, path, null, "");
        }

        async Task<JsonElement> ReadAsync(string path) => JsonElement.Parse(await SendAsync(engine, HttpMethod.Get, path, null, ""));
    }

    /// <summary>Calls the engine, looks at the answer and gives it back.</summary>
    private async Task<string> SendAsync(EngineProcess engine, HttpMethod method, string path, byte[]? body, string mediaType, HttpStatusCode? expected = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        using var answer = await engine.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Look("answers", Encoding.UTF8.GetBytes($"{answer.Headers}{answer.Content.Headers}{text}"));
        return (expected is null ? answer.IsSuccessStatusCode : answer.StatusCode == expected) ? text : throw new BenchmarkException(string.Create(CultureInfo.InvariantCulture, $"{method} {path} answered {(int)answer.StatusCode}: {text}"));
    }

    private void Look(string place, byte[] content)
    {
        bytes.AddOrUpdate(place, content.Length, (_, before) => before + content.Length);
        scan.Look(place, content);
    }
}
