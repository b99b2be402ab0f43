using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.EndToEnd.Leaks;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;
using static Campaigns.EndToEnd.Secrets.Planted;

namespace Campaigns.EndToEnd.Secrets;

/// <summary>Every kind of secret that an engine is told or makes is looked for in all that it says and keeps.</summary>
[Collection(EngineTests.Name)]
public sealed class SecretsTests
{
    private readonly StringBuilder answers = new();
    private readonly byte[] wrappingKey = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public async Task No_secret_stands_in_a_log_an_answer_telemetry_an_export_a_backup_or_a_row()
    {
        await using var azurite = await Azurite.StartAsync();
        await using var collector = await OtlpReceiver.StartAsync();
        await using var insights = await TrackReceiver.StartAsync();
        await using var platform = await EchoingPlatform.StartAsync();
        var storage = new EngineStorage(azurite.ConnectionString, "secrets");
        var made = new List<PlantedDatum>();
        byte[] dataKey;
        string log, reasons;
        await using (var engine = await EngineProcess.StartAsync(storage, Settings(wrappingKey, collector.Address, insights.ConnectionString, platform.Address)))
        {
            made.Add(await MakeAsync(engine, HttpMethod.Put, "access key", "api/access/office", """{ "roles": ["reader"] }""", "key"));
            made.Add(await MakeAsync(engine, HttpMethod.Put, "secret of an outgoing webhook", "api/webhooks/outgoing/desk", $$"""{ "address": "https://desk.example.org/{{AddressPath}}?sig={{AddressQuery}}", "events": ["delivery.refused"] }""", "secret"));
            made.Add(await MakeAsync(engine, HttpMethod.Put, "secret of an incoming webhook", "api/webhooks/incoming/partner", "{}", "secret"));
            foreach (var path in new[] { "api/webhooks/outgoing/desk/rotate", "api/webhooks/incoming/partner/rotate" })
            {
                made.Add(await MakeAsync(engine, HttpMethod.Post, "secret that took another's place", path, null, "secret"));
            }

            await UseAsync(engine, platform);
            dataKey = await DataKeyAsync(storage);
            await ReadEverythingAsync(engine);
            reasons = (await Eventually.ComesAsync(
                () => engine.SendAsync(Request(HttpMethod.Get, "api/campaigns/give-blood/deliveries")),
                static list => list.Text.Contains("/picture.png", StringComparison.Ordinal), static list => list.Text)).Text;
            await engine.StopAsync();
            log = engine.Log;
        }

        await azurite.StopAsync();
        PlantedDatum[] secrets =
        [
            new("first key", FirstKey), new("wrong key", WrongKey), new("app password", AppPassword), new("token", Token), new("key of Azure AI Language", LanguageKey), new("token for a collector", CollectorToken), new("path of a webhook's address", AddressPath), new("query of a webhook's address", AddressQuery),
            new("telephone", Telephone), .. made,
            .. Forms("wrapping key", wrappingKey), .. Forms("data key", dataKey),
        ];
        var accountKey = storage.ConnectionString.Split("AccountKey=")[1].Split(';')[0];
        var said = new LeakScan([.. secrets, new("account key", accountKey)]);
        said.Look("log", log);
        said.Look("answers", answers.ToString());
        said.Look("telemetry", collector.Everything + insights.Everything);
        // A picture's and a feed's address stand in the plan, which is shown and kept: who brings a link that is a secret has it shown there, and nowhere else.
        var planned = new LeakScan([new("query of a picture's address", PictureQuery), new("query of a feed's address", FeedQuery)]);
        planned.Look("log", log);
        planned.Look("reasons", reasons);
        planned.Look("telemetry", collector.Everything + insights.Everything);
        var kept = new LeakScan(secrets);
        foreach (var file in Directory.EnumerateFiles(azurite.Folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            kept.Look("storage", bytes);
            Assert.True(bytes.AsSpan().IndexOf(dataKey) < 0 && bytes.AsSpan().IndexOf(wrappingKey) < 0, $"A key stands bare in {file}.");
        }

        Assert.True(answers.Length > 10_000 && collector.Everything.Length > 1_000 && insights.Everything.Length > 1_000 && log.Length > 1_000 && kept.Bytes > 10_000);
        var found = said.Leaks.Concat(planned.Leaks).Concat(kept.Leaks).Select(static leak => $"{leak.Datum.Kind} in {leak.Place}, {leak.How}").ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>Has the engine make a secret, which it shows in this one answer alone.</summary>
    private static async Task<PlantedDatum> MakeAsync(EngineProcess engine, HttpMethod method, string kind, string path, string? json, string field)
    {
        var answer = await engine.SendAsync(Request(method, path, json));
        Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.OK, answer.Text);
        return new(kind, answer.Json.GetProperty(field).GetString()!);
    }

    /// <summary>Uses every secret: a post that the platform refuses, a search, mentions, a wrong key, and a backup of it all.</summary>
    private async Task UseAsync(EngineProcess engine, EchoingPlatform platform)
    {
        await SendAsync(engine, HttpMethod.Put, "api/campaigns/give-blood", SampleCampaign.Json.TrimEnd()[..^1] + """, "accounts": [{ "channel": "bluesky", "account": "nhsbt.example" }] }""");
        await SendAsync(engine, HttpMethod.Put, "api/campaigns/on-now", $$"""
            { "name": "On now", "start": "{{DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}}", "end": "{{DateTime.UtcNow.AddDays(7):yyyy-MM-dd}}", "timeZone": "Europe/London", "hashtags": ["#GiveBlood"],
              "plan": { "tell": "New donors are needed", "hear": "What keeps people away", "act": "Open sessions where people ask for them" },
              "listening": { "feeds": ["{{new Uri(platform.Address, $"feed.xml?sig={FeedQuery}")}}"] } }
            """);
        foreach (var (post, picture) in new[] { ("refused", "picture.png"), ("away", $"{EchoingPlatform.Away}/picture.png") })
        {
            await SendAsync(engine, HttpMethod.Put, $"api/campaigns/give-blood/posts/{post}", $$"""
                { "text": "A picture #MissingType", "dueAt": "2015-06-08T08:00:00Z", "channels": ["bluesky"],
                  "media": [{ "url": "{{new Uri(platform.Address, $"{picture}?sig={PictureQuery}")}}", "alt": "A letter O that is gone" }] }
                """);
        }

        await SendAsync(engine, HttpMethod.Put, "api/campaigns/give-blood/posts/first", """{ "text": "Give blood #MissingType", "dueAt": "2015-06-08T08:00:00Z", "channels": ["bluesky"] }""");
        await SendAsync(engine, HttpMethod.Put, "api/campaigns/give-blood/supporters", """[{ "channel": "x", "handle": "givebloodtoday", "name": "Give Blood Today", "kind": "organisation", "basis": "A public body" }]""");
        await SendAsync(engine, HttpMethod.Post, "api/mentions", $$"""[{ "channel": "x", "id": "1", "createdAt": "2015-06-08T10:00:00Z", "text": "Ring me on {{Telephone}} #MissingType", "author": { "id": "42" } }]""");
        await SendAsync(engine, HttpMethod.Get, $"api/campaigns?code={WrongKey}", null, WrongKey);
        await SendAsync(engine, HttpMethod.Get, "api/hashtags/MissingType/check?campaignId=give-blood", null);
        foreach (var timer in new[] { "PublishDue", "PlanSearches" })
        {
            await SendAsync(engine, HttpMethod.Post, $"admin/functions/{timer}", "{}");
        }

        // As Bluesky, as Mastodon, as Azure AI Language, and for a picture and a feed.
        string[] asked = ["/xrpc/", "/api/v1/timelines/tag/", "/language/", "/picture.png", $"{EchoingPlatform.Away}/picture.png", "/feed.xml"];
        await Eventually.ComesAsync(
            () => Task.FromResult(platform.Heard), heard => asked.All(part => heard.Any(path => path.StartsWith(part, StringComparison.Ordinal))), static heard => string.Join('\n', heard));
        await Eventually.ComesAsync(
            () => engine.SendAsync(Request(HttpMethod.Get, "api/campaigns/give-blood/results")),
            static results => results.Json.GetProperty("mentions").ValueKind == JsonValueKind.Number, static results => results.Text);
        await SendAsync(engine, HttpMethod.Post, "admin/functions/RunBackup", "{}");
        await Eventually.ComesAsync(
            () => engine.SendAsync(Request(HttpMethod.Get, "api/backups")),
            static list => list.Json.GetProperty("items") is { } items && items.GetArrayLength() == 1 && items[0].GetProperty("doneAt").ValueKind == JsonValueKind.String, static list => list.Text);
    }

    /// <summary>Every GET of the description that needs no more than the campaign's id.</summary>
    private async Task ReadEverythingAsync(EngineProcess engine)
    {
        var paths = (await engine.SendAsync(Request(HttpMethod.Get, "api/openapi.json"))).Json.GetProperty("paths").EnumerateObject();
        foreach (var path in paths.Where(static path => path.Value.TryGetProperty("get", out _)).Select(static path => path.Name.Replace("{campaignId}", "give-blood", StringComparison.Ordinal)).Where(static path => !path.Contains('{', StringComparison.Ordinal)))
        {
            Assert.True(await SendAsync(engine, HttpMethod.Get, path.TrimStart('/'), null) == HttpStatusCode.OK, path);
        }
    }

    /// <summary>The campaign's data key, opened as the engine opens it.</summary>
    private async Task<byte[]> DataKeyAsync(EngineStorage storage)
    {
        await foreach (var row in new TableClient(storage.ConnectionString, storage.Prefix + "Campaigns").QueryAsync<TableEntity>())
        {
            if (row.GetBinary("WrappedDataKey") is { Length: > 29 } wrapped)
            {
                using var aes = new AesGcm(wrappingKey, 16);
                var key = new byte[32];
                aes.Decrypt(wrapped.AsSpan(1, 12), wrapped.AsSpan(29), wrapped.AsSpan(13, 16), key, Encoding.UTF8.GetBytes($"campaign data key|give-blood|{row.GetString("Generation")}"));
                return key;
            }
        }

        throw new InvalidOperationException("No campaign has a data key.");
    }

    private static IEnumerable<PlantedDatum> Forms(string kind, byte[] key) => [new(kind, Convert.ToBase64String(key)), new(kind, Convert.ToHexStringLower(key))];

    private async Task<HttpStatusCode> SendAsync(EngineProcess engine, HttpMethod method, string path, string? json, string key = FirstKey)
    {
        using var request = Request(method, path, json, key);
        using var answer = await engine.Http.SendAsync(request);
        answers.Append(answer.Headers).Append(answer.Content.Headers).AppendLine(await answer.Content.ReadAsStringAsync());
        return answer.StatusCode;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? json = null, string key = FirstKey)
    {
        var request = new HttpRequestMessage(method, path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", key);
        return request;
    }
}
