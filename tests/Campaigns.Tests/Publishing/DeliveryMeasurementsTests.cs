using Campaigns.Channels;
using Campaigns.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class DeliveryMeasurementsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_an_attempt_came_to_is_counted_by_channel_and_state_and_a_message_that_comes_again_as_a_duplicate()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        using var measured = new Measured(rig.Engine);
        await rig.PutAsync(PublishingRig.Json(), "a");
        await rig.RunAsync();
        Assert.Equal([("bluesky published", 1)], measured.Of("campaigns.deliveries"));

        var message = new DeliveryMessage(rig.Ledger.Campaign, rig.Ledger.Generation, (await rig.DeliveriesAsync())[0].GetProperty("id").GetString()!).Write();
        await rig.DeliverAsync(message);
        Assert.Equal(1, measured.Sum("campaigns.deliveries.duplicates"));

        rig.Platform.Before = static (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.Refused("It is too long."));
        await rig.PutAsync(PublishingRig.Json(), "b");
        await rig.RunAsync();

        // Whether it is out is asked for until the last attempt; then nobody can tell.
        rig.Platform.Before = static (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.Unknown("No answer came."));
        rig.Platform.CanBeAsked = false;
        await rig.PutAsync(PublishingRig.Json(), "c");
        await rig.RunAsync();
        var last = (await rig.DeliveriesAsync()).Single(delivery => delivery.GetProperty("postId").GetString() == "c").GetProperty("id").GetString()!;
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.DeliverAsync(new DeliveryMessage(rig.Ledger.Campaign, rig.Ledger.Generation, last).Write(), dequeueCount: 5);
        Assert.Equal(["bluesky published", "bluesky refused", "bluesky claimed", "bluesky unknown"], measured.Of("campaigns.deliveries").Select(static one => one.Tags));
        Assert.Equal((4, 1), (measured.Sum("campaigns.deliveries"), measured.Sum("campaigns.deliveries.duplicates")));
    }
}
