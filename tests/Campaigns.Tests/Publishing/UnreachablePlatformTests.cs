using Campaigns.Channels;
using Campaigns.Publishing;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class UnreachablePlatformTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_platform_that_cannot_be_reached_is_tried_again_and_given_up_with_the_reason()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.Before = static (_, _) => throw new ChannelUnreachableException("The platform cannot be reached.");
        var message = (await rig.MessageAsync()).Write();
        for (var time = 1; time <= 5; time++)
        {
            await Assert.ThrowsAsync<ChannelUnreachableException>(() => rig.DeliverAsync(message, time));
            var delivery = await rig.DeliveryAsync();
            Assert.Equal((time < 5 ? DeliveryState.Waiting : DeliveryState.Refused, time), (delivery.State, delivery.Attempts));
            Assert.StartsWith("The platform cannot be reached.", delivery.Reason, StringComparison.Ordinal);
        }

        Assert.Empty(rig.Platform.Posts);
    }

    [Fact]
    public async Task A_platform_that_comes_back_in_time_gets_the_post_once()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.Before = static (_, _) => throw new ChannelUnreachableException("The platform cannot be reached.");
        var message = (await rig.MessageAsync()).Write();
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => rig.DeliverAsync(message));
        rig.Platform.Before = static (_, _) => Task.FromResult<PublishOutcome?>(null);
        await rig.DeliverAsync(message, 2);
        Assert.Single(rig.Platform.Posts);
        Assert.Null((await rig.DeliveryAsync()).Reason);
    }
}
