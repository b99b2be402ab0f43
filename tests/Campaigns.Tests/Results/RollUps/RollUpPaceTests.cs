using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Results.RollUps;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Results.RollUps;

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
        pace.Done(Campaign, TimeSpan.FromSeconds(15));
        Assert.Equal(TimeSpan.FromSeconds(10), pace.RestOf(Campaign));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.Zero, pace.RestOf(Campaign));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(25)]
    public void Under_load_every_change_is_in_the_figures_within_a_minute_however_long_roll_ups_take(double seconds)
    {
        var clock = TestClock.At("2015-06-30T12:00:00Z");
        var (pace, took) = (new RollUpPace(clock), TimeSpan.FromSeconds(seconds));
        var (delay, polling) = (TimeSpan.FromSeconds(new ListeningOptions().RollUpDelaySeconds), TimeSpan.FromSeconds(2));
        var worst = TimeSpan.Zero;
        for (var round = 0; round < 20; round++)
        {
            // A change comes just after a roll-up has read its cell; the message that asks for the next one finds the campaign resting.
            var changed = clock.GetUtcNow();
            clock.Advance(took);
            pace.Done(Campaign, took);
            clock.Advance(took < delay ? delay - took : TimeSpan.Zero);
            clock.Advance(pace.RestOf(Campaign) + polling);
            Assert.Equal(TimeSpan.Zero, pace.RestOf(Campaign));
            var shown = clock.GetUtcNow() + took;
            worst = shown - changed > worst ? shown - changed : worst;
        }

        Assert.True(worst < TimeSpan.FromMinutes(1), $"A change was shown after {worst}.");
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
