using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class WebhooksTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_whole_engine_counts_what_a_webhook_brings_and_tells_another_of_a_task_in_a_message_that_holds()
    {
        var received = new ConcurrentQueue<(string Id, string Time, string Signature, string Body)>();
        await using var desk = await StartDeskAsync(received);
        await using var engine = await EngineProcess.StartAsync(
            new(azurite.ConnectionString, AzuriteFixture.NewPrefix()), new Dictionary<string, string> { ["Outside__AllowPrivateAddresses"] = "true" });
        await engine.CreateAsync("api/campaigns/give-blood", """
            { "name": "Give blood", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London", "hashtags": ["#MissingType"],
              "plan": { "tell": "a", "hear": "b", "act": "c" }, "accounts": [{ "channel": "facebookgroup", "account": "Blood donors" }] }
            """);
        var incoming = await SecretAsync(engine, "incoming/partner", """{ "campaigns": ["give-blood"] }""");
        var outgoing = await SecretAsync(engine, "outgoing/desk", $$"""{ "address": "{{desk.Urls.Single()}}/hooks", "events": ["delivery.manual"] }""");

        const string Body = """{"channel":"x","id":"1","createdAt":"2015-06-08T10:00:00Z","text":"Where are the letters? #MissingType"}""";
        Assert.Equal(HttpStatusCode.Unauthorized, (await HandInAsync(engine, outgoing, Body)).Status);
        var first = await HandInAsync(engine, incoming, Body);
        Assert.Equal((HttpStatusCode.Accepted, 1), (first.Status, first.Json.GetProperty("matched").GetInt32()));
        Assert.Equal(HttpStatusCode.Accepted, (await HandInAsync(engine, incoming, Body)).Status);
        await Eventually.ComesAsync(
            async () => (await engine.GetAsync("api/campaigns/give-blood/results")).Json.GetProperty("mentions"), static mentions => mentions.ValueKind == JsonValueKind.Number && mentions.GetInt32() == 1, static mentions => $"{mentions} mentions.");

        await engine.CreateAsync("api/campaigns/give-blood/posts/launch", """{ "text": "Register today. #MissingType", "dueAt": "2015-06-05T09:00:00+01:00", "channels": ["facebookgroup"] }""");
        await engine.PostAsync("admin/functions/PublishDue", "{}");
        await Eventually.ComesAsync(() => Task.FromResult(received.Count), static count => count > 0, static _ => "Nothing was told.");
        Assert.True(received.TryPeek(out var told));
        Assert.Equal(Signature(outgoing, told.Id, told.Time, told.Body), told.Signature);
        Assert.Contains("\"type\":\"delivery.manual\"", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Register today", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", engine.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(incoming["whsec_".Length..], engine.Log, StringComparison.Ordinal);
    }

    private static async Task<string> SecretAsync(EngineProcess engine, string webhook, string json)
    {
        var made = await engine.PutAsync($"api/webhooks/{webhook}", json);
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return made.Json.GetProperty("secret").GetString()!;
    }

    private static Task<Answer> HandInAsync(EngineProcess engine, string secret, string body)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return engine.SendAsync(new HttpRequestMessage(HttpMethod.Post, "api/signed/partner/mentions")
        {
            Content = new StringContent(body, Encoding.UTF8, Requests.Ndjson),
            Headers = { { "webhook-id", "msg_1" }, { "webhook-timestamp", now }, { "webhook-signature", Signature(secret, "msg_1", now, body) } },
        });
    }

    private static string Signature(string secret, string id, string time, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{time}.{body}")));

    private static async Task<WebApplication> StartDeskAsync(ConcurrentQueue<(string Id, string Time, string Signature, string Body)> received)
    {
        var desk = LoopbackSite.Build();
        desk.MapPost("/hooks", async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var headers = context.Request.Headers;
            received.Enqueue((headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync()));
        });
        await desk.StartAsync();
        return desk;
    }
}
