using Campaigns.Operations.Backups;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Operations.Backups;
using Campaigns.Tests.Support;
using Campaigns.Tests.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Http.OpenApi;

/// <summary>The part of the walk that is about the whole engine: its keys, webhooks, feed, copies and what was given up.</summary>
internal sealed class EngineWalk(TestEngine engine, WalkCalls calls)
{
    public async Task KeysAsync()
    {
        await calls.SendAsync(201, "PUT", "/api/access/office", "putAccess", "manager");
        await calls.SendAsync(201, "PUT", "/api/access/press-office", "putAccess", "reader");
        await calls.AskAsync(422, "PUT", "/api/access/nobody", """{ "roles": ["king"] }""");
        await calls.AskAsync(200, "GET", "/api/access?limit=1");
        await calls.AskAsync(422, "GET", "/api/access?limit=0");
        await calls.AskAsync(204, "DELETE", "/api/access/press-office");
        await calls.AskAsync(404, "DELETE", "/api/access/press-office");
    }

    public async Task WebhooksAsync()
    {
        await calls.SendAsync(201, "PUT", "/api/webhooks/incoming/partner-feed", "putIncomingWebhook", "feed");
        var everywhere = await calls.SendAsync(201, "PUT", "/api/webhooks/incoming/everywhere", "putIncomingWebhook", "everywhere");
        await calls.SendAsync(201, "PUT", "/api/webhooks/outgoing/duty-desk", "putOutgoingWebhook", "desk");
        var board = await calls.SendAsync(201, "PUT", "/api/webhooks/outgoing/board", "putOutgoingWebhook", "board");
        await calls.AskAsync(428, "PUT", "/api/webhooks/incoming/everywhere", "{}");
        await calls.AskAsync(200, "PUT", "/api/webhooks/incoming/everywhere", "{}", $"If-Match: {everywhere.ETag}");
        await calls.AskAsync(200, "PUT", "/api/webhooks/outgoing/board", """{ "address": "https://board.example.org/", "events": ["delivery.manual"] }""", $"If-Match: {board.ETag}");
        await calls.AskAsync(422, "PUT", "/api/webhooks/outgoing/board", """{ "address": "https://10.0.0.1/", "events": ["nothing"] }""");
        foreach (var (list, one) in new[] { ("incoming", "partner-feed"), ("outgoing", "duty-desk") })
        {
            await calls.AskAsync(200, "GET", $"/api/webhooks/{list}?limit=1");
            await calls.AskAsync(422, "GET", $"/api/webhooks/{list}?limit=0");
            await calls.AskAsync(200, "POST", $"/api/webhooks/{list}/{one}/rotate");
            await calls.AskAsync(404, "POST", $"/api/webhooks/{list}/nobody/rotate");
            await calls.AskAsync(204, "DELETE", $"/api/webhooks/{list}/{one}");
            await calls.AskAsync(404, "DELETE", $"/api/webhooks/{list}/{one}");
        }

        var (mediaType, body) = calls.Examples.Take("postSignedMentions", "signed");
        var path = "/api/signed/everywhere/mentions";
        var signed = WebhookJudge.Sign(everywhere.Json.GetProperty("secret").GetString()!, "msg_1", DateTimeOffset.UtcNow, body);
        await calls.AskAsync(202, "POST", path, body, mediaType, signed);
        await calls.AskAsync(202, "POST", path, body, mediaType, signed);
        await calls.AskAsync(401, "POST", path, body, mediaType, []);
        await calls.AskAsync(409, "POST", path, body + "\n", mediaType, WebhookJudge.Sign(everywhere.Json.GetProperty("secret").GetString()!, "msg_1", DateTimeOffset.UtcNow, body + "\n"));
    }

    public async Task FeedAsync()
    {
        var known = await calls.AskAsync(200, "GET", "/api/odata");
        await calls.AskAsync(304, "GET", "/api/odata", null, $"If-None-Match: {known.ETag}");
        await calls.AskAsync(200, "GET", "/api/odata/$metadata");
        await calls.AskAsync(200, "GET", "/api/odata/UsesHourly?$filter=hourStartUtc ge 2015-06-05T00:00:00Z&$count=true", null, "Prefer: odata.maxpagesize=1");
        await calls.AskAsync(200, "GET", "/api/odata/Campaigns('give-blood')");
        await calls.AskAsync(200, "GET", "/api/odata/UsesHourly/$count");
        await calls.AskAsync(400, "GET", "/api/odata/UsesHourly?$filter=nothing eq 1");
        await calls.AskAsync(404, "GET", "/api/odata/Nothing");
        await calls.AskAsync(404, "GET", "/api/odata/Nothing/$count");
        await calls.AskAsync(406, "GET", "/api/odata/Campaigns", null, "Accept: application/atom+xml");
        await calls.AskAsync(410, "GET", "/api/odata/Campaigns?$orderby=name&$skiptoken=gone");
        await calls.AskAsync(501, "GET", "/api/odata/UsesHourly?$apply=aggregate($count as n)");
    }

    public async Task AroundAsync()
    {
        await calls.AskAsync(200, "GET", "/api/definitions");
        await calls.AskAsync(200, "GET", "/api/definitions/contributors@1");
        await calls.AskAsync(404, "GET", "/api/definitions/nothing");
        await calls.AskAsync(200, "GET", "/api/hashtags/MissingType/check?campaignId=give-blood");
        await calls.AskAsync(200, "GET", "/api/hashtags/not-one/check");
        await calls.AskAsync(200, "GET", "/api/health");
        await calls.AskAsync(200, "GET", "/api/dependencies");
        await calls.AskAsync(200, "GET", "/api/openapi.json");
        await BackupAsync();
        await calls.SendAsync(200, "POST", "/api/import", "importConfiguration", "one");
        await calls.AskAsync(409, "POST", "/api/import", (await calls.AskAsync(200, "GET", "/api/export")).Text.Replace("Give plasma\"", "Give more\"", StringComparison.Ordinal));
        await calls.AskAsync(422, "POST", "/api/import", """{ "campaigns": [{ "id": "A" }] }""");
        await calls.AskAsync(400, "POST", "/api/import", "{");
        var poison = engine.Get<StorageRim>().Queue(engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue + EngineQueue.PoisonSuffix);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("""{ "campaign": "give-blood", "generation": "0", "delivery": "none" }""");
        var given = (await calls.AskAsync(200, "GET", "/api/poison")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        await calls.AskAsync(422, "GET", "/api/poison?queue=nothing");
        await calls.AskAsync(200, "POST", $"/api/poison/{given}/replay");
        await calls.AskAsync(404, "POST", $"/api/poison/{given}/replay");
        await calls.AskAsync(200, "POST", "/api/poison/replay");
        await calls.AskAsync(422, "POST", "/api/poison/replay?queue=nothing");
    }

    private async Task BackupAsync()
    {
        await engine.Function<RunBackup>().Run(new TimerInfo(), default);
        var backup = (await calls.AskAsync(200, "GET", "/api/backups")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        await calls.AskAsync(409, "POST", $"/api/backups/{backup}/restore");
        await calls.AskAsync(404, "POST", "/api/backups/2015-06-08/restore");
        await BackupSteps.EmptyAsync(engine);
        await calls.AskAsync(200, "POST", $"/api/backups/{backup}/restore?keys=true");
        await calls.AskAsync(200, "POST", "/api/release");
    }

    public async Task ErasuresAsync()
    {
        var begun = await calls.SendAsync(202, "POST", "/api/erasures", "postErasure", "byId");
        await calls.SendAsync(202, "POST", "/api/erasures", "postErasure", "byHandle");
        await calls.AskAsync(200, "GET", begun.Headers.Location.ToString());
        await calls.AskAsync(404, "GET", $"/api/erasures/{new string('0', 32)}");
    }
}
