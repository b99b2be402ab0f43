using System.Collections.Concurrent;
using Campaigns.Channels;
using Campaigns.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

/// <summary>A campaign whose posts take long holds up no other's.</summary>
public sealed class PublishingTurnsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task However_many_posts_of_one_campaign_are_slow_those_of_another_go_out()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var other = Ledger.Of(await SampleCampaign.PutAsync(rig.Engine, "other"));
        for (var post = 0; post < DeliveryPublisher.MostOfCampaign + 3; post++)
        {
            await rig.PutAsync(PublishingRig.Json(), $"slow-{post}");
        }

        var request = Call.Request(rig.Engine, "PUT", "/api/campaigns/other/posts/quick", PublishingRig.Json());
        await Call.AnswerAsync(request, rig.Engine.Function<PutPost>().Run(request, "other", "quick", default));
        var (hangs, full, begun) = (new TaskCompletionSource(), new TaskCompletionSource(), new ConcurrentQueue<string>());
        rig.Platform.Before = async (post, _) =>
        {
            begun.Enqueue(post.Key);
            if (post.Key.StartsWith("missing-type", StringComparison.Ordinal))
            {
                if (begun.Count == DeliveryPublisher.MostOfCampaign)
                {
                    full.SetResult();
                }

                await hangs.Task;
            }

            return null;
        };
        var messages = await MessagesAsync(rig, rig.Ledger);
        var slow = messages.Select(message => rig.DeliverAsync(message)).ToList();
        await full.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        while (slow.Count > DeliveryPublisher.MostOfCampaign)
        {
            slow.Remove(await Task.WhenAny(slow));
        }

        await rig.DeliverAsync(Assert.Single(await MessagesAsync(rig, other)));
        Assert.StartsWith("other", Assert.Single(rig.Platform.Posts).Key, StringComparison.Ordinal);
        Assert.Equal(DeliveryPublisher.MostOfCampaign + 1, begun.Count);
        // The others wait in the queue, not in a worker.
        Assert.Equal(3, await rig.QueuedAsync());

        hangs.SetResult();
        await Task.WhenAll(slow);
        foreach (var message in messages)
        {
            await rig.DeliverAsync(message);
        }

        Assert.Equal(messages.Length + 1, rig.Platform.Posts.DistinctBy(static post => post.Key).Count());
        Assert.Equal(messages.Length + 1, rig.Platform.Posts.Count);
    }

    [Fact]
    public async Task What_was_put_back_between_its_attempts_is_given_up_after_as_many()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.Before = static (_, _) => throw new ChannelUnreachableException("The platform cannot be reached.");
        var message = (await rig.MessageAsync()).Write();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            // Each time as a message that nobody has had before.
            await Assert.ThrowsAsync<ChannelUnreachableException>(() => rig.DeliverAsync(message));
        }

        await rig.DeliverAsync(message);
        var refused = await rig.DeliveryAsync();
        Assert.Equal((DeliveryState.Refused, 5), (refused.State, refused.Attempts));
        Assert.Equal("The platform cannot be reached. Given up after 5 attempts; nothing was published. Resolve this delivery with a retry once the cause is gone.", refused.Reason);

        rig.Platform.Before = static (_, _) => Task.FromResult<PublishOutcome?>(null);
        Assert.Equal(200, (await rig.ResolveAsync(refused.Id, """{ "outcome": "notPublished", "retry": true }""")).Status);
        await rig.RunAsync();
        Assert.Single(rig.Platform.Posts);
    }

    private static async Task<string[]> MessagesAsync(PublishingRig rig, Ledger ledger) =>
        await rig.Engine.Get<PostTable>().ListDeliveriesAsync(ledger, null, default).Select(delivery => new DeliveryMessage(ledger.Campaign, ledger.Generation, delivery.Id).Write()).ToArrayAsync();
}
