using Campaigns.Channels;
using Campaigns.Publishing;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class DeliveryPublisherTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Publishes_a_due_post_once_and_keeps_the_receipt()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        await rig.RunAsync();
        await rig.RunAsync();

        var sent = Assert.Single(rig.Platform.Posts);
        Assert.Equal(("Give blood #MissingType", "nhsbt.example"), (sent.Content.Text, sent.Account));
        var shown = Assert.Single(await rig.DeliveriesAsync());
        Assert.Equal("published", shown.GetProperty("state").GetString());
        Assert.Equal(rig.Clock.GetUtcNow(), shown.GetProperty("publishedAt").GetDateTimeOffset());
        Assert.StartsWith("https://platform.test/", shown.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, shown.GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task The_same_message_again_changes_nothing()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        var message = (await rig.MessageAsync()).Write();
        await rig.DeliverAsync(message);
        var once = await rig.DeliveryAsync();
        await rig.DeliverAsync(message);

        Assert.Single(rig.Platform.Posts);
        Assert.Equal(once, await rig.DeliveryAsync());
    }

    [Fact]
    public async Task A_message_that_comes_before_its_time_changes_nothing_and_the_due_row_still_brings_the_post()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json("2015-06-08T09:00:00Z"));
        await rig.DeliverAsync((await rig.MessageAsync()).Write());
        Assert.Empty(rig.Platform.Posts);

        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.RunAsync();
        Assert.Single(rig.Platform.Posts);
    }

    [Fact]
    public async Task A_message_of_a_campaign_that_was_removed_and_made_again_is_dropped()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        await rig.DeliverAsync((await rig.MessageAsync() with { Generation = "00000000" }).Write());
        Assert.Empty(rig.Platform.Posts);
    }

    [Fact]
    public async Task Two_workers_at_once_publish_once()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await using var another = await rig.AnotherAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Platform.Before = async (_, _) =>
        {
            arrived.SetResult();
            await goOn.Task;
            return null;
        };
        var message = (await rig.MessageAsync()).Write();

        var first = rig.DeliverAsync(message);
        await arrived.Task;
        await rig.DeliverAsync(message, worker: another);
        Assert.Equal(1, await rig.QueuedAsync());
        goOn.SetResult();
        await first;

        Assert.Single(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Published, (await rig.DeliveryAsync()).State);
    }

    [Fact]
    public async Task Many_workers_in_a_rush_publish_once()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        var message = (await rig.MessageAsync()).Write();
        await using var another = await rig.AnotherAsync(azurite);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => rig.DeliverAsync(message, worker: number % 2 == 0 ? rig.Engine : another)));
        Assert.Single(rig.Platform.Posts);
    }

    [Fact]
    public async Task What_is_not_published_before_notAfter_expires()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json(more: ", \"notAfter\": \"2015-06-08T08:30:00Z\""));
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.RunAsync();

        Assert.Empty(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Expired, (await rig.DeliveryAsync()).State);
    }

    [Fact]
    public async Task Being_asked_to_wait_moves_the_time_and_costs_no_attempt()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        var times = 0;
        rig.Platform.Before = (_, _) => Task.FromResult<PublishOutcome?>(++times <= 7 ? new PublishOutcome.RateLimited(rig.Clock.GetUtcNow().AddMinutes(10)) : null);
        for (var i = 0; i < 7; i++)
        {
            await rig.RunAsync();
            var waiting = await rig.DeliveryAsync();
            Assert.Equal((DeliveryState.Waiting, 0), (waiting.State, waiting.Attempts));
            await rig.RunAsync();
            Assert.Equal(i + 1, times);
            rig.Clock.Set(waiting.DueAt);
        }

        await rig.RunAsync();
        var sent = Assert.Single(rig.Platform.Posts);
        Assert.Equal(DateTimeOffset.Parse(PublishingRig.Monday, System.Globalization.CultureInfo.InvariantCulture), sent.PlannedAt);
        Assert.Equal(1, (await rig.DeliveryAsync()).Attempts);
    }

    [Fact]
    public async Task A_refusal_ends_it_with_the_platforms_reason_and_a_person_can_have_it_tried_again()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.Before = (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.NotAuthorised("The app password was revoked."));
        await rig.RunAsync();
        var refused = Assert.Single(await rig.DeliveriesAsync("?state=refused"));
        Assert.Equal("The app password was revoked.", refused.GetProperty("reason").GetString());

        rig.Platform.Before = static (_, _) => Task.FromResult<PublishOutcome?>(null);
        Assert.Equal(200, (await rig.ResolveAsync(refused.GetProperty("id").GetString()!, """{ "outcome": "notPublished", "retry": true }""")).Status);
        await rig.RunAsync();
        Assert.Single(rig.Platform.Posts);
    }

    [Fact]
    public async Task An_archived_campaign_publishes_nothing()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        var request = Support.Call.Request(rig.Engine, "DELETE", "/api/campaigns/missing-type");
        await Support.Call.AnswerAsync(request, rig.Engine.Function<Campaigns.Planning.DeleteCampaign>().Run(request, "missing-type", default));
        await rig.RunAsync();

        Assert.Empty(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Cancelled, (await rig.DeliveryAsync()).State);
    }
}
