using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Listening;

public sealed class ForgettingTests(AzuriteFixture azurite)
{
    [Fact]
    public void A_server_that_nobody_asks_and_that_waits_no_more_is_forgotten()
    {
        var now = TestClock.At("2015-06-30T12:00:00Z").GetUtcNow();
        var turns = new SearchTurns();
        Assert.All(Enumerable.Range(0, SearchTurns.MostAtOnce), _ => Assert.True(turns.TryEnter("one", null)));
        Assert.False(turns.TryEnter("one", null));
        turns.Wait("two", now.AddMinutes(1));
        Assert.Equal((2, now.AddMinutes(1)), (turns.Servers, turns.WaitsUntil("two", now)));

        Assert.All(Enumerable.Range(0, SearchTurns.MostAtOnce), _ => turns.Leave("one", null));

        Assert.Null(turns.WaitsUntil("another", now.AddMinutes(1)));
        Assert.Equal(0, turns.Servers);
    }

    [Fact]
    public void A_campaign_that_has_rested_is_forgotten()
    {
        var clock = TestClock.At("2015-06-30T12:00:00Z");
        var pace = new RollUpPace(clock);
        pace.Done(new RollUpMessage("a", "1"), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(10));

        pace.Done(new RollUpMessage("b", "1"), TimeSpan.FromSeconds(1));

        Assert.Equal(1, pace.Resting);
    }

    [Fact]
    public async Task A_roll_up_that_has_arrived_is_forgotten()
    {
        var clock = TestClock.At("2015-06-30T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        var requests = engine.Get<RollUpRequests>();
        await requests.SendAsync(new RollUpMessage("a", "1"), TimeSpan.FromSeconds(1), default);
        clock.Advance(TimeSpan.FromSeconds(10));

        await requests.SendAsync(new RollUpMessage("b", "1"), TimeSpan.FromSeconds(1), default);

        Assert.Equal(1, requests.OnTheWay);
    }

    [Fact]
    public async Task Of_an_archived_campaign_no_key_is_held()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await engine.Get<CampaignIndex>().CurrentAsync(default);
        Assert.Equal(1, engine.Get<CampaignKeys>().Opened);

        var delete = Call.Request(engine, "DELETE", "/api/campaigns/missing-type");
        await Call.AnswerAsync(delete, engine.Function<DeleteCampaign>().Run(delete, "missing-type", default));
        await engine.Get<CampaignIndex>().CurrentAsync(default);

        Assert.Equal(0, engine.Get<CampaignKeys>().Opened);
    }

    [Fact]
    public void A_process_that_keeps_no_fold_keeps_no_place_for_one()
    {
        var kept = new KeptFolds(Options.Create(new ListeningOptions()), NullLogger<KeptFolds>.Instance);
        var (campaign, other) = (new RollUpMessage("a", "1"), new RollUpMessage("a", "1"));
        var first = kept.Enter(campaign);

        Assert.Same(first, kept.Enter(other));
        kept.Leave(campaign, first);
        Assert.Equal(1, kept.Campaigns);
        kept.Leave(campaign, first);

        Assert.Equal(0, kept.Campaigns);
    }
}
