using Campaigns.Channels;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Tests.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Campaigns.Tests.Operations.Backups.BackupSteps;
using FarSide = Campaigns.Tests.Publishing.FarSide;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>A ledger that comes back from a backup does not know what went out since: nothing goes out twice by itself.</summary>
public sealed class RestoredDeliveriesTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T01:00:20Z");
    private readonly FarSide platform = new();

    [Fact]
    public async Task What_went_out_after_the_backup_is_unknown_after_the_restore_and_never_goes_out_twice()
    {
        await using var engine = await EngineAsync();
        await SampleCampaign.PutAsync(engine);
        await PutAsync(engine, "noon", "2015-06-09T12:00:00Z");
        await PutAsync(engine, "held", "2015-06-09T13:00:00Z");
        await PutAsync(engine, "tomorrow", "2015-06-10T12:00:00Z");
        await ChangeAsync(engine, "held", DeliveryState.Held);
        await BackUpAsync(engine);
        clock.Advance(TimeSpan.FromHours(11));
        await PublishingSteps.RunAsync(engine);
        Assert.Single(platform.Posts);
        await WipeAsync(engine);
        clock.Advance(TimeSpan.FromHours(3));

        await using var fresh = await EngineAsync(engine.Prefix);
        var restored = await RestoreAsync(fresh);
        Assert.True(restored.Status == 200, restored.Text);
        Assert.Equal([("held", DeliveryState.Unknown), ("noon", DeliveryState.Unknown), ("tomorrow", DeliveryState.Waiting)], await StatesAsync(fresh));
        await fresh.Get<HoldSwitch>().ReleaseAsync(default);
        await PublishingSteps.RunAsync(fresh);
        Assert.Single(platform.Posts);

        clock.Advance(TimeSpan.FromDays(1));
        await PublishingSteps.RunAsync(fresh);
        Assert.Equal(2, platform.Posts.Count);
    }

    [Fact]
    public async Task What_a_worker_had_in_hand_when_the_backup_was_made_is_unknown_too_and_asking_again_changes_nothing()
    {
        await using var engine = await EngineAsync();
        await SampleCampaign.PutAsync(engine);
        await PutAsync(engine, "noon", "2015-06-09T12:00:00Z");
        await ChangeAsync(engine, "noon", DeliveryState.Claimed);
        clock.Advance(TimeSpan.FromHours(12));
        await PutAsync(engine, "evening", "2015-06-09T18:00:00Z");
        await engine.Get<HoldSwitch>().HoldAsync(default);
        clock.Advance(TimeSpan.FromHours(12));

        for (var time = 0; time < 2; time++)
        {
            await engine.Get<RestoredDeliveries>().QuestionAsync(default);
            // What became due while everything was held cannot be out.
            Assert.Equal([("evening", DeliveryState.Waiting), ("noon", DeliveryState.Unknown)], await StatesAsync(engine));
        }
    }

    private Task<TestEngine> EngineAsync(string? prefix = null) =>
        TestEngine.StartAsync(azurite, clock, services => services.Replace(ServiceDescriptor.Singleton<IChannel>(platform)), null, prefix);

    private static async Task PutAsync(TestEngine engine, string post, string dueAt)
    {
        var request = Call.Request(engine, "PUT", $"/api/campaigns/missing-type/posts/{post}", PublishingRig.Json(dueAt));
        Assert.Equal(201, (await Call.AnswerAsync(request, engine.Function<PutPost>().Run(request, "missing-type", post, default))).Status);
    }

    private static async Task ChangeAsync(TestEngine engine, string post, DeliveryState state)
    {
        var ledger = await LedgerAsync(engine);
        var delivery = await engine.Get<PostTable>().ListDeliveriesAsync(ledger, null, default).SingleAsync(found => found.PostId.Value == post);
        Assert.NotNull(await engine.Get<PostTable>().UpdateAsync(ledger, delivery with { State = state }, default));
    }

    private static async Task<(string Post, DeliveryState State)[]> StatesAsync(TestEngine engine) =>
        [.. await engine.Get<PostTable>().ListDeliveriesAsync(await LedgerAsync(engine), null, default).Select(delivery => (delivery.PostId.Value, delivery.State)).ToListAsync()];

    private static async Task<Ledger> LedgerAsync(TestEngine engine) => Ledger.Of((await engine.Get<CampaignTable>().FindAsync("missing-type", default))!);
}
