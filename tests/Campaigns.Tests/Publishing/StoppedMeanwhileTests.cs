using Campaigns.Channels;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

/// <summary>An attempt left no receipt, and before it is looked into people decide that nothing is to go out.</summary>
public sealed class StoppedMeanwhileTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_begun_and_is_not_out_waits_while_everything_is_held_and_goes_out_once_when_it_is_released()
    {
        await using var rig = await BegunAsync();
        await rig.Engine.Get<HoldSwitch>().HoldAsync(default);
        await ComesBackAsync(rig);

        var held = await rig.DeliveryAsync();
        Assert.Equal((DeliveryState.Waiting, 1, 0, 1), (held.State, held.Attempts, rig.Platform.Posts.Count, rig.Platform.Asked));
        Assert.Equal("Everything was held before it could be tried again; nothing was published.", held.Reason);

        await rig.RunAsync();
        Assert.Empty(rig.Platform.Posts);
        await rig.Engine.Get<HoldSwitch>().ReleaseAsync(default);
        await rig.RunAsync();
        await rig.RunAsync();
        Assert.Single(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Published, (await rig.DeliveryAsync()).State);
    }

    [Fact]
    public async Task What_was_begun_and_is_not_out_is_cancelled_with_its_campaign()
    {
        await using var rig = await BegunAsync();
        var request = Call.Request(rig.Engine, "DELETE", "/api/campaigns/missing-type", null, "If-Match: *");
        Assert.Equal(204, (await Call.AnswerAsync(request, rig.Engine.Function<DeleteCampaign>().Run(request, "missing-type", default))).Status);
        await ComesBackAsync(rig);

        Assert.Empty(rig.Platform.Posts);
        Assert.Equal((DeliveryState.Cancelled, "The campaign was archived when this was due."), await StateAsync(rig));
    }

    [Fact]
    public async Task What_was_begun_and_is_not_out_is_refused_where_its_account_is_no_longer_the_campaigns()
    {
        await using var rig = await BegunAsync();
        Assert.Equal(200, (await SampleCampaign.AskAsync(rig.Engine, SampleCampaign.Json.Replace("nhsbt.example", "another.example", StringComparison.Ordinal), "If-Match: *")).Status);
        await ComesBackAsync(rig);

        Assert.Empty(rig.Platform.Posts);
        Assert.Equal((DeliveryState.Refused, "The account is no longer among the campaign's accounts: add it again, then resolve this delivery with a retry."), await StateAsync(rig));
    }

    [Fact]
    public async Task What_is_out_is_found_and_keeps_its_receipt_whatever_was_stopped()
    {
        await using var rig = await BegunAsync(isOut: true);
        await rig.Engine.Get<HoldSwitch>().HoldAsync(default);
        await ComesBackAsync(rig);

        Assert.Single(rig.Platform.Posts);
        Assert.Equal((DeliveryState.Published, null), await StateAsync(rig));
    }

    /// <summary>The first attempt ended without an answer.</summary>
    private async Task<PublishingRig> BegunAsync(bool isOut = false)
    {
        var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        Func<OutgoingPost, CancellationToken, Task<PublishOutcome?>> lost = static (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.Unknown("No answer came.")), goes = rig.Platform.Before;
        (rig.Platform.Before, rig.Platform.After) = isOut ? (goes, lost) : (lost, goes);
        await rig.RunAsync();
        Assert.Equal(DeliveryState.Claimed, (await rig.DeliveryAsync()).State);
        (rig.Platform.Before, rig.Platform.After) = (goes, goes);
        return rig;
    }

    /// <summary>The claim grows old, and its message comes again.</summary>
    private static async Task ComesBackAsync(PublishingRig rig)
    {
        rig.Clock.Advance(TimeSpan.FromMinutes(6));
        await rig.DeliverAsync((await rig.MessageAsync()).Write());
    }

    private static async Task<(DeliveryState State, string? Reason)> StateAsync(PublishingRig rig) => await rig.DeliveryAsync() is var delivery ? (delivery.State, delivery.Reason) : default;
}
