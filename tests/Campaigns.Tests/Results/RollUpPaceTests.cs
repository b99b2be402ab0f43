using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Results;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Results;

public sealed class RollUpPaceTests(AzuriteFixture azurite)
{
    private static readonly RollUpMessage Campaign = new("missing-type", "1");

    [Fact]
    public void A_campaign_rests_four_times_as_long_as_its_roll_up_took_and_never_more_than_ten_seconds()
    {
        var clock = TestClock.At("2015-06-30T12:00:00Z");
        var pace = new RollUpPace(clock);

        Assert.Equal(TimeSpan.Zero, pace.RestOf(Campaign));
        pace.Done(Campaign, TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(4), pace.RestOf(Campaign));
        pace.Done(Campaign, TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromSeconds(10), pace.RestOf(Campaign));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.Zero, pace.RestOf(Campaign));
    }

    [Fact]
    public async Task A_roll_up_that_must_wait_is_asked_for_again()
    {
        var clock = TestClock.At("2015-06-30T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        var campaign = await SampleCampaign.PutAsync(engine);
        var message = new RollUpMessage("missing-type", campaign.Generation);
        engine.Get<RollUpPace>().Done(message, TimeSpan.FromSeconds(1));

        await engine.Function<RollUp>().Run(message, default);

        var queue = engine.Get<StorageRim>().Queue(engine.Get<IOptions<ListeningOptions>>().Value.RollUpsQueue);
        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Null(await engine.Get<SummaryTable>().FindAsync("missing-type", campaign.Generation, default));
    }
}
