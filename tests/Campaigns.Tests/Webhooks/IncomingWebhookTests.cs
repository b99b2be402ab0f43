using Azure.Data.Tables;
using Campaigns.Listening;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Security;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Campaigns.Webhooks;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Webhooks;

public sealed class IncomingWebhookTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T10:00:00Z");

    [Fact]
    public async Task Mentions_that_the_specifications_own_library_signed_count_once_however_often_they_come()
    {
        await using var engine = await EngineAsync();
        var secret = await MakeAsync(engine);
        var body = Line.Join(Line.Of("1", author: "7"), Line.Of("2"), """{"channel":"x","id":"3","text":"call 07700 900123","more":"07700 900123"}""");
        var headers = await WebhookJudge.SignAsync(secret, "msg_1", clock.GetUtcNow(), body);

        var first = await IncomingSteps.PostAsync(engine, body, headers);
        Assert.True(first.Status == 202, first.Text);
        Assert.Equal((2, 2, 1), (Number(first, "accepted"), Number(first, "matched"), Number(first, "refused")));
        Assert.Equal(1, await QueuedAsync(engine));

        clock.Advance(TimeSpan.FromMinutes(4));
        var again = await IncomingSteps.PostAsync(engine, body, headers);
        Assert.Equal(202, again.Status);
        Assert.Equal((2, 2, 1), (Number(again, "accepted"), Number(again, "matched"), Number(again, "refused")));
        Assert.Equal(
            first.Json.GetProperty("refusedLines")[0].GetProperty("faults").GetArrayLength(), again.Json.GetProperty("refusedLines")[0].GetProperty("faults").GetArrayLength());
        Assert.Equal(1, await QueuedAsync(engine));

        // A sender that tries again signs anew, under the same id.
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(202, (await IncomingSteps.PostAsync(engine, body, WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), body))).Status);
        Assert.Equal(1, await QueuedAsync(engine));
        Assert.Equal(409, (await IncomingSteps.PostAsync(engine, Line.Of("4"), WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), Line.Of("4")))).Status);

        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);
        Assert.Equal(2, (await ListeningRun.ResultsAsync(engine)).GetProperty("mentions").GetInt32());
        Assert.DoesNotContain(await RowsAsync(engine), row => Values(row).OfType<string>().Any(value => value.Contains("07700", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("?channel=x", "channel")]
    [InlineData("?id=derive", "id")]
    [InlineData("?channel=&id=", "channel id")]
    public async Task A_recorded_message_is_not_read_otherwise_than_it_was_signed(string query, string fields)
    {
        await using var engine = await EngineAsync();
        var secret = await MakeAsync(engine);
        var body = Line.Of("1");
        var headers = WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), body);

        var refused = await IncomingSteps.PostAsync(engine, body, headers, query: query);

        Assert.Equal(422, refused.Status);
        Assert.Equal(fields, string.Join(' ', refused.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString())));
        Assert.Equal(0, await QueuedAsync(engine));
        Assert.Equal(202, (await IncomingSteps.PostAsync(engine, body, headers, query: "?utm=1")).Status);
    }

    [Fact]
    public async Task A_recorded_message_in_another_format_keeps_nothing_of_the_senders_own_from_being_counted()
    {
        await using var engine = await EngineAsync();
        var secret = await MakeAsync(engine);
        var body = $"[\n{Line.Of("1")},\n{Line.Of("2")},\n{Line.Of("3")}\n]";
        var headers = WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), body);

        // As lines only the last of the array is one.
        Assert.Equal(1, Number(await IncomingSteps.PostAsync(engine, body, headers), "accepted"));
        Assert.Equal(3, Number(await IncomingSteps.PostAsync(engine, body, headers, contentType: "application/json"), "accepted"));
        Assert.Equal(422, (await IncomingSteps.PostAsync(engine, body, headers, contentType: "text/csv; charset=windows-1252")).Status);

        // A parameter makes no other format: it is known, and nothing is read again.
        var queued = await QueuedAsync(engine);
        Assert.Equal(3, Number(await IncomingSteps.PostAsync(engine, body, headers, contentType: "Application/JSON; x=1"), "accepted"));
        Assert.Equal(queued, await QueuedAsync(engine));

        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);
        Assert.Equal(3, (await ListeningRun.ResultsAsync(engine)).GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Nothing_of_a_message_is_read_whose_signature_does_not_hold()
    {
        await using var engine = await EngineAsync();
        var secret = await MakeAsync(engine);
        var body = Line.Of("1");
        var headers = WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), body);
        var other = "whsec_" + Convert.ToBase64String(new byte[32]);

        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, body, [])).Status);
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, Line.Of("2"), headers)).Status);
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, body, WebhookJudge.Sign(other, "msg_1", clock.GetUtcNow(), body))).Status);
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, body, WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow().AddMinutes(6), body))).Status);
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, body, headers, "nobody")).Status);
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, body, headers, "no.body|")).Status);
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, body, [.. headers, headers[2].Replace("webhook-signature", "webhook-signature ", StringComparison.Ordinal), .. headers[..2].Select(header => header.Replace("msg_1", "msg_2", StringComparison.Ordinal))])).Status);
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, body, headers)).Status);

        var large = new string(' ', IncomingWebhooks.Limit + 1);
        Assert.Equal(413, (await IncomingSteps.PostAsync(engine, large, WebhookJudge.Sign(secret, "msg_2", clock.GetUtcNow(), large))).Status);
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, large, [])).Status);
        Assert.Equal(0, await QueuedAsync(engine));
        Assert.Empty(await engine.Get<StorageRim>().Table(TableNames.Audit).QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_what_was_refused_is_refused_again()
    {
        await using var engine = await EngineAsync();
        var secret = await MakeAsync(engine);
        const string Body = """{"channel":"nowhere","id":"","text":7}""";
        for (var time = 0; time < 2; time++)
        {
            var answer = await IncomingSteps.PostAsync(engine, Body, WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), Body));
            Assert.Equal(422, answer.Status);
            Assert.True(answer.Json.GetProperty("refusedLines")[0].GetProperty("faults").GetArrayLength() > 2);
        }
    }

    [Fact]
    public async Task Both_secrets_are_good_for_a_day_after_a_new_one_was_made()
    {
        await using var engine = await EngineAsync();
        var former = await MakeAsync(engine);
        var request = Call.Request(engine, "POST", "/api/webhooks/incoming/partner/rotate");
        var rotated = await new DoorCall(engine).AskAsync(DoorCall.Route<RotateIncomingWebhook>(), request, () => engine.Function<RotateIncomingWebhook>().Run(request, "partner", default));
        Assert.Equal((200, "no-store"), (rotated.Status, rotated.Headers.CacheControl.ToString()));
        var current = rotated.Json.GetProperty("secret").GetString()!;
        Assert.NotEqual(former, current);

        Assert.Equal((202, 202), (await SendAsync(former, "1"), await SendAsync(current, "2")));
        clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal((401, 202), (await SendAsync(former, "3"), await SendAsync(current, "4")));

        async Task<int> SendAsync(string secret, string id) => (await IncomingSteps.PostAsync(engine, Line.Of(id), WebhookJudge.Sign(secret, $"msg_{id}", clock.GetUtcNow(), Line.Of(id)))).Status;
    }

    [Fact]
    public async Task A_webhook_reports_only_to_its_campaigns()
    {
        await using var engine = await EngineAsync();
        var secret = await MakeAsync(engine, """{ "campaigns": ["another"] }""");
        var answer = await IncomingSteps.PostAsync(engine, Line.Of("1"), WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), Line.Of("1")));
        Assert.Equal((202, 0), (answer.Status, Number(answer, "matched")));
        Assert.Equal(0, await QueuedAsync(engine));
        var audit = Assert.Single(await engine.Get<StorageRim>().Table(TableNames.Audit).QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal(("webhook:partner", 202), (audit.GetString("Who"), audit.GetInt32("Status")));
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_rests_wrapped_for_its_webhook_alone()
    {
        await using var engine = await EngineAsync();
        var secret = await MakeAsync(engine);
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        Assert.Equal(32, key.Length);
        var request = Call.Request(engine, "GET", "/api/webhooks/incoming");
        var listed = await Call.AnswerAsync(request, engine.Function<ListIncomingWebhooks>().Run(request, default));
        Assert.DoesNotContain("whsec_", listed.Text, StringComparison.Ordinal);
        Assert.All(await RowsAsync(engine), row => Assert.All(Values(row).OfType<byte[]>(), bytes => Assert.True(bytes.AsSpan().IndexOf(key) < 0)));

        var stored = (await engine.Get<WebhookTable>().FindAsync(WebhookKind.Incoming, "partner", default))!;
        Assert.Equal(key, Assert.Single(await engine.Get<WebhookSecrets>().OpenAsync(stored, default)));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => engine.Get<WebhookSecrets>().OpenAsync(stored with { Name = "other" }, default));

        var changed = await IncomingSteps.PutAsync(engine, """{ "campaigns": [] }""", $"If-Match: {listed.Json.GetProperty("items")[0].GetProperty("etag").GetString()}");
        Assert.Equal(200, changed.Status);
        Assert.False(changed.Json.TryGetProperty("secret", out _));
        Assert.Equal(202, (await IncomingSteps.PostAsync(engine, Line.Of("1"), WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), Line.Of("1")))).Status);
        Assert.Equal(204, (await IncomingSteps.DeleteAsync(engine)).Status);
        Assert.Equal(401, (await IncomingSteps.PostAsync(engine, Line.Of("2"), WebhookJudge.Sign(secret, "msg_2", clock.GetUtcNow(), Line.Of("2")))).Status);
    }

    private Task<TestEngine> EngineAsync() => TestEngine.StartAsync(azurite, clock);

    private static async Task<string> MakeAsync(TestEngine engine, string body = "{}")
    {
        await SampleCampaign.PutAsync(engine);
        return await IncomingSteps.MakeAsync(engine, body);
    }

    private static int Number(Answer answer, string field) => answer.Json.GetProperty(field).GetInt32();

    private static async Task<int> QueuedAsync(TestEngine engine) =>
        (await engine.Get<StorageRim>().Queue(engine.Get<IOptions<ListeningOptions>>().Value.MentionsQueue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private static IEnumerable<object> Values(TableEntity row) => row.Keys.Select(key => row[key]);

    private static async Task<List<TableEntity>> RowsAsync(TestEngine engine) => await engine.Get<StorageRim>().Table(TableNames.Webhooks).QueryAsync<TableEntity>().ToListAsync();
}
