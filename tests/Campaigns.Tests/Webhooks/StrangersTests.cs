using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Campaigns.Webhooks;

namespace Campaigns.Tests.Webhooks;

public sealed class StrangersTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T10:00:00Z");

    [Fact]
    public async Task Whoever_brings_no_signature_that_holds_has_nothing_read_from_storage()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: clock);
        var secret = await IncomingSteps.MakeAsync(engine);
        var other = "whsec_" + Convert.ToBase64String(new byte[32]);
        Assert.Equal(401, await PostAsync(engine, "partner", other));
        wire.Forget();
        foreach (var name in new[] { "partner", "nobody", "no.body|", "another" })
        {
            Assert.Equal(401, await PostAsync(engine, name, other));
            Assert.Equal(401, await PostAsync(engine, name, name == "partner" ? other : secret));
        }

        Assert.Empty(wire.Seen);
    }

    [Fact]
    public async Task What_another_instance_removed_is_good_for_twenty_seconds_at_most_and_what_this_one_did_no_longer()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await using var another = await TestEngine.StartAsync(azurite, clock, prefix: engine.Prefix);
        await SampleCampaign.PutAsync(engine);
        var secret = await IncomingSteps.MakeAsync(engine);
        Assert.Equal((202, 202), (await PostAsync(engine, "partner", secret), await PostAsync(another, "partner", secret)));
        Assert.Equal(204, (await IncomingSteps.DeleteAsync(engine)).Status);
        Assert.Equal(401, await PostAsync(engine, "partner", secret));
        clock.Advance(WebhookTable.Freshness);
        Assert.Equal(401, await PostAsync(another, "partner", secret));
    }

    [Fact]
    public async Task A_sender_that_signs_is_taken_in_whatever_others_behind_its_address_brought()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: new Dictionary<string, string?> { ["Limits:RefusalsPerMinute"] = "2" });
        await SampleCampaign.PutAsync(engine);
        var secret = await IncomingSteps.MakeAsync(engine);
        var other = "whsec_" + Convert.ToBase64String(new byte[32]);
        Assert.Equal((401, 401, 429), (await PostAsync(engine, "partner", other), await PostAsync(engine, "nobody", other), await PostAsync(engine, "partner", other)));
        Assert.Equal(202, await PostAsync(engine, "partner", secret));
    }

    private async Task<int> PostAsync(TestEngine engine, string name, string secret)
    {
        var body = Line.Of("1");
        return (await IncomingSteps.PostAsync(engine, body, WebhookJudge.Sign(secret, "msg_1", clock.GetUtcNow(), body), name)).Status;
    }
}
