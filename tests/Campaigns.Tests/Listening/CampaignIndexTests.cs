using Campaigns.Listening;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening;

public sealed class CampaignIndexTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Campaigns_are_indexed_again_only_when_one_of_them_has_changed()
    {
        var clock = TestClock.At("2015-06-30T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: new Dictionary<string, string?> { ["Listening:CampaignCacheSeconds"] = "0" });
        await SampleCampaign.PutAsync(engine);
        var index = engine.Get<CampaignIndex>();
        var first = await index.CurrentAsync(default);

        var again = await index.CurrentAsync(default);
        await SampleCampaign.PutAsync(engine, "second", SampleCampaign.Json.Replace("#MissingType", "#Second", StringComparison.Ordinal));
        var changed = await index.CurrentAsync(default);

        Assert.NotSame(first, again);
        Assert.Same(first.Texts, again.Texts);
        Assert.NotSame(first.Texts, changed.Texts);
        Assert.NotNull(changed.Texts.Find("second"));
    }

    [Fact]
    public async Task Whoever_waits_while_storage_is_slow_takes_what_was_read_meanwhile()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        // Every read takes longer than what was read is kept for.
        await using var engine = await TestEngine.StartAsync(
            azurite, settings: new Dictionary<string, string?> { ["AzureWebJobsStorage"] = wire.ConnectionString, ["Listening:CampaignCacheSeconds"] = "0" });
        await SampleCampaign.PutAsync(engine);
        wire.Forget();
        var index = engine.Get<CampaignIndex>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => index.CurrentAsync(default).AsTask()));

        Assert.InRange(wire.Seen.Count(request => request.Contains("Campaigns()", StringComparison.Ordinal)), 1, 3);
    }
}
