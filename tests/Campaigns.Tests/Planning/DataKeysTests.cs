using System.Security.Cryptography;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Planning;

public sealed class DataKeysTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Two_local_engines_on_one_account_open_each_others_data_keys()
    {
        await using var one = await TestEngine.StartAsync(azurite);
        await using var other = await TestEngine.StartAsync(azurite, prefix: one.Prefix);
        var campaign = await SampleCampaign.PutAsync(one);
        var key = await one.Get<DataKeys>().OpenAsync(campaign, default);
        Assert.Equal(32, key.Length);
        Assert.Equal(key, await other.Get<DataKeys>().OpenAsync(campaign, default));
    }

    [Fact]
    public async Task A_data_key_is_bound_to_its_campaign_and_generation()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => engine.Get<DataKeys>().OpenAsync(campaign with { Generation = "other" }, default));
    }

    [Fact]
    public async Task In_Azure_a_missing_wrapping_key_is_named()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["WEBSITE_SITE_NAME"] = "app" });
        Assert.True(CampaignId.TryParse("a", out var id));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Get<DataKeys>().MakeAsync(id, "g", default));
        Assert.Contains("Privacy:WrappingKey", fault.Message, StringComparison.Ordinal);
    }
}
