using Azure.Storage.Queues.Models;
using Campaigns.Operations.Backups;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Insight;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Support;
using Campaigns.Tests.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Http.OpenApi;

/// <summary>A walk over every route of the API with the examples of its description: each is sent to the real function.</summary>
internal sealed class ApiWalk(TestEngine engine)
{
    private const string Campaign = "/api/campaigns/give-blood";

    private readonly RouteCaller caller = new(engine);

    public ExampleBodies Examples { get; } = new();

    public IReadOnlyList<Exchange> Exchanges => caller.Exchanges;

    public async Task EverywhereAsync()
    {
        await KeysAsync();
        await CampaignsAsync();
        await SupportersAsync();
        await PostsAsync();
        await GetAsync(200, "/results", "/results?format=csv", "/results/timeline?grain=hour");
        await MentionsAsync();
        await WebhooksAsync();
        await EntriesAsync();
        await GetAsync(
            200, "/results", "/results?format=csv", "/results.csv", "/results/timeline", "/results/timeline?grain=hour", "/results/timeline?format=csv", "/results/timeline?format=ndjson", "/results/timeline.csv",
            "/results/report", "/results/report?format=md", "/results/report?format=json", "/results?from=2015-06-05&to=2015-06-14", "/results?from=2015-06-12&compareTo=2015-06-11", "/results.csv?to=2015-06-14", "/results/report?format=json&from=2015-06-14", "/results/report?format=json&from=2015-06-12&compareTo=2015-06-11", "/results/contributors", "/listening", "/insight");
        await GetAsync(400, "/results?from=June", "/results.csv?to=", "/results/report?from=2015", "/results/report?compareTo=June");
        await GetAsync(422, "/results?from=2014-06-05", "/results?format=xml", "/results/timeline?grain=week", "/results/report?format=pdf", "/results/contributors?limit=0");
        await FeedAsync();
        await AroundAsync();
        await ErasuresAsync();
        await AskAsync(204, "DELETE", Campaign);
        await AskAsync(409, "PUT", $"{Campaign}/posts/late", "{}");
    }

    private async Task KeysAsync()
    {
        await SendAsync(201, "PUT", "/api/access/office", "putAccess", "manager");
        await SendAsync(201, "PUT", "/api/access/press-office", "putAccess", "reader");
        await AskAsync(422, "PUT", "/api/access/nobody", """{ "roles": ["king"] }""");
        await AskAsync(204, "DELETE", "/api/access/press-office");
        await AskAsync(404, "DELETE", "/api/access/press-office");
    }

    private async Task CampaignsAsync()
    {
        await SendAsync(201, "PUT", Campaign, "putCampaign", "whole");
        await SendAsync(201, "PUT", "/api/campaigns/other", "putCampaign", "least");
        await AskAsync(428, "PUT", Campaign, (await AskAsync(200, "GET", Campaign)).Text);
        var known = await AskAsync(200, "GET", Campaign);
        await AskAsync(304, "GET", Campaign, null, $"If-None-Match: {known.ETag}");
        await AskAsync(200, "PUT", Campaign, known.Text, $"If-Match: {known.ETag}");
        await AskAsync(412, "PUT", Campaign, known.Text, $"If-Match: {known.ETag}");
        await AskAsync(422, "PUT", Campaign, """{ "name": " ", "hashtags": [] }""");
        await AskAsync(400, "PUT", Campaign, "{");
        await AskAsync(404, "GET", "/api/campaigns/nowhere");
        await AskAsync(200, "GET", "/api/campaigns?limit=1");
        await AskAsync(422, "GET", "/api/campaigns?limit=0");
    }

    private async Task SupportersAsync()
    {
        await GetAsync(404, "/supporters");
        await SendAsync(201, "PUT", $"{Campaign}/supporters", "putSupporters", "list");
        await GetAsync(200, "/supporters", "/supporters?format=csv");
        await SendAsync(200, "PUT", $"{Campaign}/supporters", "putSupporters", "file", "If-Match: *");
        await AskAsync(200, "PUT", $"{Campaign}/supporters", (await AskAsync(200, "GET", $"{Campaign}/supporters")).Text, "If-Match: *");
    }

    private async Task PostsAsync()
    {
        await SendAsync(201, "PUT", $"{Campaign}/posts/launch", "putPost", "byHand");
        var second = await SendAsync(201, "PUT", $"{Campaign}/posts/second", "putPost", "variants");
        await AskAsync(304, "GET", $"{Campaign}/posts/second", null, $"If-None-Match: {second.ETag}");
        await GetAsync(200, "/posts", "/posts/launch");
        await AskAsync(200, "POST", $"{Campaign}/posts/second/hold");
        await AskAsync(200, "POST", $"{Campaign}/posts/second/release");
        await AskAsync(200, "POST", $"{Campaign}/posts/second/cancel");
        await AskAsync(409, "POST", $"{Campaign}/posts/second/hold");
        await AskAsync(200, "POST", "/api/hold");
        await AskAsync(200, "POST", "/api/release");
        await PublishAsync();
        var task = (await AskAsync(200, "GET", $"{Campaign}/deliveries?state=manual")).Json.GetProperty("items")[0].GetProperty("id").GetString()!;
        await SendAsync(200, "POST", $"{Campaign}/deliveries/{task}/resolve", "resolveDelivery", "again");
        await PublishAsync();
        await SendAsync(200, "POST", $"{Campaign}/deliveries/{task}/resolve", "resolveDelivery", "published");
        await AskAsync(422, "GET", $"{Campaign}/deliveries?state=lost");
        await AskAsync(409, "DELETE", $"{Campaign}/posts/launch");
        await AskAsync(204, "DELETE", $"{Campaign}/posts/second");
    }

    private async Task MentionsAsync()
    {
        await SendAsync(202, "POST", "/api/mentions", "postMentions", "lines");
        await SendAsync(202, "POST", "/api/mentions", "postMentions", "array");
        await SendAsync(202, "POST", "/api/mentions?channel=x", "postMentions", "tweets");
        await caller.AskAsync("POST", "/api/mentions", """{"channel":"x"}""", "application/x-ndjson");
        await caller.AskAsync("POST", "/api/mentions", "mentions", "text/plain");
        await ListeningRun.TrackAsync(engine);
        await AnalysingRun.AnalyseAsync(engine);
        await ListeningRun.SweepAsync(engine);
    }

    private async Task WebhooksAsync()
    {
        await SendAsync(201, "PUT", "/api/webhooks/incoming/partner-feed", "putIncomingWebhook", "feed");
        var everywhere = await SendAsync(201, "PUT", "/api/webhooks/incoming/everywhere", "putIncomingWebhook", "everywhere");
        await SendAsync(201, "PUT", "/api/webhooks/outgoing/duty-desk", "putOutgoingWebhook", "desk");
        var board = await SendAsync(201, "PUT", "/api/webhooks/outgoing/board", "putOutgoingWebhook", "board");
        await AskAsync(428, "PUT", "/api/webhooks/incoming/everywhere", "{}");
        await AskAsync(200, "PUT", "/api/webhooks/incoming/everywhere", "{}", $"If-Match: {everywhere.ETag}");
        await AskAsync(200, "PUT", "/api/webhooks/outgoing/board", """{ "address": "https://board.example.org/", "events": ["delivery.manual"] }""", $"If-Match: {board.ETag}");
        await AskAsync(422, "PUT", "/api/webhooks/outgoing/board", """{ "address": "https://10.0.0.1/", "events": ["nothing"] }""");
        foreach (var (list, one) in new[] { ("incoming", "partner-feed"), ("outgoing", "duty-desk") })
        {
            await AskAsync(200, "GET", $"/api/webhooks/{list}?limit=1");
            await AskAsync(422, "GET", $"/api/webhooks/{list}?limit=0");
            await AskAsync(200, "POST", $"/api/webhooks/{list}/{one}/rotate");
            await AskAsync(404, "POST", $"/api/webhooks/{list}/nobody/rotate");
            await AskAsync(204, "DELETE", $"/api/webhooks/{list}/{one}");
            await AskAsync(404, "DELETE", $"/api/webhooks/{list}/{one}");
        }

        var (mediaType, body) = Examples.Take("postSignedMentions", "signed");
        var path = "/api/signed/everywhere/mentions";
        var signed = WebhookJudge.Sign(everywhere.Json.GetProperty("secret").GetString()!, "msg_1", DateTimeOffset.UtcNow, body);
        await AskAsync(202, "POST", path, body, mediaType, signed);
        await AskAsync(202, "POST", path, body, mediaType, signed);
        await AskAsync(401, "POST", path, body, mediaType, []);
        await AskAsync(409, "POST", path, body + "\n", mediaType, WebhookJudge.Sign(everywhere.Json.GetProperty("secret").GetString()!, "msg_1", DateTimeOffset.UtcNow, body + "\n"));
    }

    private async Task EntriesAsync()
    {
        var engaged = await SendAsync(201, "PUT", $"{Campaign}/figures/people-engaged/2015-06-21", "putFigure", "engaged");
        await SendAsync(201, "PUT", $"{Campaign}/figures/film-views/2015-06-21", "putFigure", "unknown");
        await SendAsync(201, "PUT", $"{Campaign}/inputs/mediaSpend/2015-06-21", "putInput", "spend");
        await AskAsync(304, "GET", $"{Campaign}/figures/people-engaged/2015-06-21", null, $"If-None-Match: {engaged.ETag}");
        await GetAsync(200, "/figures", "/figures/people-engaged/2015-06-21", "/inputs", "/inputs/mediaSpend/2015-06-21");
        await AskAsync(200, "PUT", $"{Campaign}/figures/people-engaged/2015-06-21", engaged.Text.Replace("478480", "478481", StringComparison.Ordinal), $"If-Match: {engaged.ETag}");
        await AskAsync(422, "PUT", $"{Campaign}/figures/uses/2015-06-21", "{}");
        await AskAsync(204, "DELETE", $"{Campaign}/figures/film-views/2015-06-21");
        await AskAsync(204, "DELETE", $"{Campaign}/inputs/mediaSpend/2015-06-21");
    }

    private async Task FeedAsync()
    {
        var known = await AskAsync(200, "GET", "/api/odata");
        await AskAsync(304, "GET", "/api/odata", null, $"If-None-Match: {known.ETag}");
        await AskAsync(200, "GET", "/api/odata/$metadata");
        await AskAsync(200, "GET", "/api/odata/UsesHourly?$filter=hourStartUtc ge 2015-06-05T00:00:00Z&$count=true", null, "Prefer: odata.maxpagesize=1");
        await AskAsync(200, "GET", "/api/odata/Campaigns('give-blood')");
        await AskAsync(200, "GET", "/api/odata/UsesHourly/$count");
        await AskAsync(400, "GET", "/api/odata/UsesHourly?$filter=nothing eq 1");
        await AskAsync(404, "GET", "/api/odata/Nothing");
        await AskAsync(404, "GET", "/api/odata/Nothing/$count");
        await AskAsync(406, "GET", "/api/odata/Campaigns", null, "Accept: application/atom+xml");
        await AskAsync(410, "GET", "/api/odata/Campaigns?$orderby=name&$skiptoken=gone");
        await AskAsync(501, "GET", "/api/odata/UsesHourly?$apply=aggregate($count as n)");
    }

    private async Task AroundAsync()
    {
        await AskAsync(200, "GET", "/api/definitions");
        await AskAsync(200, "GET", "/api/definitions/contributors@1");
        await AskAsync(404, "GET", "/api/definitions/nothing");
        await AskAsync(200, "GET", "/api/hashtags/MissingType/check?campaignId=give-blood");
        await AskAsync(200, "GET", "/api/hashtags/not-one/check");
        await AskAsync(200, "GET", "/api/health");
        await AskAsync(200, "GET", "/api/health/dependencies");
        await AskAsync(200, "GET", "/api/openapi.json");
        await BackupAsync();
        await SendAsync(200, "POST", "/api/import", "importConfiguration", "one");
        await AskAsync(409, "POST", "/api/import", (await AskAsync(200, "GET", "/api/export")).Text.Replace("Give plasma\"", "Give more\"", StringComparison.Ordinal));
        await AskAsync(422, "POST", "/api/import", """{ "campaigns": [{ "id": "A" }] }""");
        await AskAsync(400, "POST", "/api/import", "{");
        var poison = engine.Get<StorageRim>().Queue(engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue + EngineQueue.PoisonSuffix);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("""{ "campaign": "give-blood", "generation": "0", "delivery": "none" }""");
        var given = (await AskAsync(200, "GET", "/api/poison")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        await AskAsync(422, "GET", "/api/poison?queue=nothing");
        await AskAsync(200, "POST", $"/api/poison/{given}/replay");
        await AskAsync(404, "POST", $"/api/poison/{given}/replay");
        await AskAsync(200, "POST", "/api/poison/replay");
        await AskAsync(422, "POST", "/api/poison/replay?queue=nothing");
    }

    private async Task BackupAsync()
    {
        await engine.Function<RunBackup>().Run(new TimerInfo(), default);
        var backup = (await AskAsync(200, "GET", "/api/backups")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        await AskAsync(409, "POST", $"/api/backups/{backup}/restore");
        await AskAsync(404, "POST", "/api/backups/2015-06-08/restore");
        // As if this were the call that goes on with a restore: into empty tables, which these are not, only the first one may.
        await engine.Get<BackupBlobs>().WriteAsync($"{backup}/restore.json", BinaryData.FromString("""{ "table": 0, "chunk": 0, "rows": 0, "withKeys": true }"""), null, default);
        await AskAsync(200, "POST", $"/api/backups/{backup}/restore");
        await AskAsync(200, "POST", "/api/release");
    }

    private async Task ErasuresAsync()
    {
        var begun = await SendAsync(202, "POST", "/api/erasures", "postErasure", "byId");
        await SendAsync(202, "POST", "/api/erasures", "postErasure", "byHandle");
        await AskAsync(200, "GET", begun.Headers.Location.ToString());
        await AskAsync(404, "GET", $"/api/erasures/{new string('0', 32)}");
    }

    /// <summary>The timer, and every message that it leads to.</summary>
    private async Task PublishAsync()
    {
        await engine.Function<PublishDue>().Run(new TimerInfo(), default);
        var queue = engine.Get<StorageRim>().Queue(engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue);
        foreach (var message in (await queue.ReceiveMessagesAsync(32)).Value)
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            await engine.Function<PublishDelivery>().Run(QueuesModelFactory.QueueMessage("id", "receipt", message.MessageText, 1), default);
        }
    }

    private async Task GetAsync(int status, params string[] parts)
    {
        foreach (var part in parts)
        {
            await AskAsync(status, "GET", Campaign + part);
        }
    }

    private Task<Answer> SendAsync(int status, string method, string path, string operation, string example, params string[] headers)
    {
        var (mediaType, body) = Examples.Take(operation, example);
        return AskAsync(status, method, path, body, mediaType, headers);
    }

    private Task<Answer> AskAsync(int status, string method, string path, string? body = null, params string[] headers) => AskAsync(status, method, path, body, "application/json", headers);

    private async Task<Answer> AskAsync(int status, string method, string path, string? body, string mediaType, string[] headers)
    {
        var answer = await caller.AskAsync(method, path, body, mediaType, headers);
        Assert.True(answer.Status == status, $"{method} {path}: {answer.Status} instead of {status}: {answer.Text}");
        return answer;
    }
}
