using System.Text.Json;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Campaigns.Webhooks;

namespace Campaigns.Tests.Webhooks;

public sealed class SecretRotationTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T10:00:00Z");

    [Fact]
    public async Task The_secret_in_use_is_good_for_its_day_however_often_a_new_one_is_asked_for()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        var inUse = KeyOf(await IncomingSteps.PutAsync(engine));
        for (var again = 0; again < WebhookSecrets.MostFormer; again++)
        {
            Assert.Equal(200, (await IncomingSteps.RotateAsync(engine)).Status);
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Contains(inUse, await KeysAsync(engine));
        var refused = await IncomingSteps.RotateAsync(engine);
        Assert.Equal(409, refused.Status);
        Assert.Contains("2015-06-10 10:00:00Z", refused.Text, StringComparison.Ordinal);
        Assert.Contains(inUse, await KeysAsync(engine));

        // A day after its place was taken it ends, and no other with it.
        clock.Advance(TimeSpan.FromHours(20));
        Assert.DoesNotContain(inUse, await KeysAsync(engine));
        Assert.Equal(WebhookSecrets.MostFormer, (await KeysAsync(engine)).Count);
        var rotated = await IncomingSteps.RotateAsync(engine);
        Assert.Equal((200, clock.GetUtcNow().AddHours(24)), (rotated.Status, rotated.Json.GetProperty("formerSecretUntil").GetDateTimeOffset()));
        Assert.Equal(KeyOf(rotated), (await KeysAsync(engine))[0]);
    }

    [Fact]
    public async Task A_change_after_a_rotation_tells_until_when_the_secret_before_is_good()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await IncomingSteps.PutAsync(engine);
        var rotated = await IncomingSteps.RotateAsync(engine);

        var changed = await IncomingSteps.PutAsync(engine, "{}", $"If-Match: {rotated.ETag}");
        Assert.Equal((200, clock.GetUtcNow().AddHours(24)), (changed.Status, changed.Json.GetProperty("formerSecretUntil").GetDateTimeOffset()));

        clock.Advance(TimeSpan.FromHours(24));
        var later = await IncomingSteps.PutAsync(engine, "{}", $"If-Match: {changed.ETag}");
        Assert.Equal((200, JsonValueKind.Null), (later.Status, later.Json.GetProperty("formerSecretUntil").ValueKind));
    }

    [Fact]
    public async Task A_secret_is_shown_although_storages_answer_to_its_write_was_lost()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: clock);
        LoseOne(wire, "POST ");
        var made = await IncomingSteps.PutAsync(engine);
        Assert.Equal(201, made.Status);
        Assert.Equal([KeyOf(made)], await KeysAsync(engine));

        LoseOne(wire, "PUT ");
        var rotated = await IncomingSteps.RotateAsync(engine);
        Assert.Equal(200, rotated.Status);
        Assert.Equal([KeyOf(rotated), KeyOf(made)], await KeysAsync(engine));
        Assert.Equal(Campaigns.Http.Preconditions.TagOf((await StoredAsync(engine)).ETag), rotated.ETag);
    }

    private static void LoseOne(TableWire wire, string method)
    {
        var lost = 0;
        wire.Brings = request => !request.StartsWith(method, StringComparison.Ordinal) || !request.Contains("Webhooks", StringComparison.Ordinal) || Interlocked.Increment(ref lost) > 1;
    }

    private static string KeyOf(Answer answer) => answer.Json.GetProperty("secret").GetString()!["whsec_".Length..];

    private static async Task<Webhook> StoredAsync(TestEngine engine) => (await engine.Get<WebhookTable>().FindAsync(WebhookKind.Incoming, IncomingSteps.Name, default))!;

    private static async Task<List<string>> KeysAsync(TestEngine engine) => [.. (await engine.Get<WebhookSecrets>().OpenAsync(await StoredAsync(engine), default)).Select(Convert.ToBase64String)];
}
