using Campaigns.Channels.Bluesky;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Channels.Bluesky;

public sealed class BlueskyOptionsTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("Handle", "", "Handle")]
    [InlineData("AppPassword", "", "AppPassword")]
    [InlineData("Service", "http://pds.example.org", "must be an https address")]
    public async Task An_account_that_cannot_work_stops_the_start_with_the_reason(string setting, string value, string reason)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Bluesky:Accounts:0:Handle"] = "nhsbt.example",
            ["Bluesky:Accounts:0:AppPassword"] = "aaaa-bbbb-cccc-dddd",
            [$"Bluesky:Accounts:0:{setting}"] = value,
        };
        await using var engine = await TestEngine.StartAsync(azurite, settings: settings);
        var refused = Assert.Throws<OptionsValidationException>(() => engine.Get<IOptions<BlueskyOptions>>().Value);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("aaaa-bbbb", refused.Message, StringComparison.Ordinal);
    }
}
