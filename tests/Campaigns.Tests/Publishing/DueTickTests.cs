using Campaigns.Publishing;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class DueTickTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Hands_over_what_is_due_and_nothing_else()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json("2015-06-08T07:59:59Z"), "an-hour-before");
        await rig.PutAsync(PublishingRig.Json("2015-06-08T08:00:00Z"), "now");
        await rig.PutAsync(PublishingRig.Json("2015-06-08T08:00:01Z"), "a-second-later");
        await rig.PutAsync(PublishingRig.Json("2015-06-09T07:00:00Z"), "tomorrow");
        await rig.PutAsync(PublishingRig.Json("2014-12-31T23:59:59Z"), "long-ago");
        await rig.TickAsync();

        Assert.Equal(["an-hour-before", "long-ago", "now"], await TakenAsync(rig));
        Assert.Equal(2, await rig.DueRowsAsync());
    }

    [Fact]
    public async Task A_missed_run_heals_itself()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json("2015-06-08T08:05:00Z"), "one");
        await rig.PutAsync(PublishingRig.Json("2015-06-08T11:59:00Z"), "two");
        rig.Clock.Set(new(2015, 6, 8, 13, 0, 0, TimeSpan.Zero));
        await rig.TickAsync();
        Assert.Equal(["one", "two"], await TakenAsync(rig));
    }

    [Fact]
    public async Task Two_runs_at_once_lead_to_one_post()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        await Task.WhenAll(rig.TickAsync(), rig.TickAsync());
        foreach (var message in await rig.TakeAsync())
        {
            await rig.DeliverAsync(message.MessageText);
        }

        Assert.Single(rig.Platform.Posts);
        Assert.Equal(0, await rig.DueRowsAsync());
    }

    [Fact]
    public async Task A_row_that_the_ledger_does_not_know_yet_is_left_alone_and_removed_when_it_is_old()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json("2015-06-08T08:30:00Z"));
        var written = await rig.DeliveryAsync();
        var early = written with { DueAt = written.DueAt.AddMinutes(-30) };
        // A writer that has written when it is due and has not come to the ledger.
        await rig.Engine.Get<DueTable>().AddAsync(rig.Ledger, [early], default);
        await rig.TickAsync();
        Assert.Empty(await rig.TakeAsync());
        Assert.Equal(2, await rig.DueRowsAsync());

        rig.Clock.Advance(TimeSpan.FromMinutes(11));
        await rig.TickAsync();
        Assert.Equal(1, await rig.DueRowsAsync());
        rig.Clock.Advance(TimeSpan.FromMinutes(20));
        await rig.TickAsync();
        Assert.Single(await rig.TakeAsync());
    }

    [Fact]
    public async Task A_row_that_is_written_again_while_it_is_handed_over_stays()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        var due = rig.Engine.Get<DueTable>();
        var read = Assert.Single(await due.UntilAsync(rig.Clock.GetUtcNow(), default).ToListAsync());
        await due.AddAsync(rig.Ledger, [await rig.DeliveryAsync()], default);
        await due.RemoveAsync(read, default);
        Assert.Equal(1, await rig.DueRowsAsync());
    }

    [Fact]
    public async Task A_post_that_is_moved_goes_out_at_its_new_time_only()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var put = await rig.PutAsync(PublishingRig.Json());
        await rig.PutAsync(PublishingRig.Json("2015-06-08T10:00:00Z"), "first", $"If-Match: {put.ETag}");
        await rig.RunAsync();
        Assert.Empty(rig.Platform.Posts);
        rig.Clock.Set(new(2015, 6, 8, 10, 0, 0, TimeSpan.Zero));
        await rig.RunAsync();
        Assert.Single(rig.Platform.Posts);
    }

    private static async Task<string[]> TakenAsync(PublishingRig rig) =>
        [.. (await rig.TakeAsync()).Select(message => DeliveryMessage.Read(message.MessageText).Delivery.Split('.')[0]).Order(StringComparer.Ordinal)];
}
