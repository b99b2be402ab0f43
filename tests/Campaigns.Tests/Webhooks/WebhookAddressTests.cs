using System.Text;
using Azure.Data.Tables;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Campaigns.Webhooks;

namespace Campaigns.Tests.Webhooks;

public sealed class WebhookAddressTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Of_an_address_only_its_host_is_shown_and_nothing_else_rests_in_clear()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        var query = "";
        rig.Receiver.Answer = context =>
        {
            query = context.Request.QueryString.Value;
            return Task.CompletedTask;
        };
        var host = rig.Receiver.Address[..^"/hooks".Length];
        var made = await rig.PutAsync(address: $"{rig.Receiver.Address}/T0PATH?sig=T0SIG%2B");
        Assert.Equal((201, host), (made.Status, made.Json.GetProperty("address").GetString()));
        var listed = await rig.ListedAsync();
        Assert.Equal(host, listed.GetProperty("address").GetString());
        await rig.SendAsync(await rig.PublishAsync());
        Assert.Equal(("/hooks/T0PATH", "?sig=T0SIG%2B"), (Assert.Single(rig.Receiver.All).Path, query));

        var rows = await rig.Engine.Get<StorageRim>().Table(TableNames.Webhooks).QueryAsync<TableEntity>().ToListAsync();
        var kept = string.Join('\n', rows.SelectMany(static row => row.Keys.Select(key => row[key] is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{row[key]}")));
        Assert.All(["T0PATH", "T0SIG"], secret => Assert.DoesNotContain(secret, made.Text + listed + kept, StringComparison.Ordinal));
        var stored = (await rig.Engine.Get<WebhookTable>().FindAsync(WebhookKind.Outgoing, "desk", default))!;
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => rig.Engine.Get<WebhookSecrets>().AddressAsync(stored with { Name = "other" }, default));
    }

    [Fact]
    public async Task An_address_that_a_change_leaves_out_stays_and_a_new_webhook_needs_one()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        const string Events = """{ "events": ["delivery.published"] }""";
        Assert.Equal(["address: is required"], (await AskAsync(rig, Events)).Faults);
        var made = await rig.PutAsync(address: $"{rig.Receiver.Address}/kept");
        Assert.Equal(200, (await AskAsync(rig, Events, $"If-Match: {made.ETag}")).Status);
        await rig.SendAsync(await rig.PublishAsync());
        Assert.Equal("/hooks/kept", Assert.Single(rig.Receiver.All).Path);
    }

    private static Task<Answer> AskAsync(SendingRig rig, string json, params string[] headers)
    {
        var request = Call.Request(rig.Engine, "PUT", "/api/webhooks/outgoing/desk", json, headers);
        return Call.AnswerAsync(request, rig.Engine.Function<PutOutgoingWebhook>().Run(request, "desk", default));
    }
}
