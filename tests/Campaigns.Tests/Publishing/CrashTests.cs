using Campaigns.Channels;
using Campaigns.Publishing;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

/// <summary>Workers die, answers get lost, platforms fall over: a post is never there twice, and nothing that is open looks settled.</summary>
public sealed class CrashTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly TimeSpan PastTheLease = TimeSpan.FromMinutes(6);

    private static readonly Func<OutgoingPost, CancellationToken, Task<PublishOutcome?>> Goes = static (_, _) => Task.FromResult<PublishOutcome?>(null);

    private CancellationTokenSource dying = new();

    public void Dispose() => dying.Dispose();

    [Fact]
    public async Task A_worker_that_dies_between_claim_and_call_is_followed_by_one_that_publishes()
    {
        await using var rig = await DieAsync(platform => platform.Before = Die);
        Assert.Empty(rig.Platform.Posts);

        await ReturnAsync(rig);
        Assert.Single(rig.Platform.Posts);
        var published = await rig.DeliveryAsync();
        Assert.Equal((DeliveryState.Published, 2), (published.State, published.Attempts));
    }

    [Fact]
    public async Task A_worker_that_dies_between_call_and_receipt_is_followed_by_one_that_finds_the_post()
    {
        await using var rig = await DieAsync(platform => platform.After = Die);
        await ReturnAsync(rig);

        var sent = Assert.Single(rig.Platform.Posts);
        var published = await rig.DeliveryAsync();
        Assert.Equal(DeliveryState.Published, published.State);
        Assert.Equal($"id of {sent.Key}", published.PlatformId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_channel_cannot_prove_waits_for_a_person(bool itWasSent)
    {
        await using var rig = await DieAsync(platform =>
        {
            platform.CanBeAsked = false;
            (platform.Before, platform.After) = (itWasSent ? Goes : Die, itWasSent ? Die : Goes);
        });
        await ReturnAsync(rig);
        await ReturnAsync(rig);

        Assert.Equal(itWasSent ? 1 : 0, rig.Platform.Posts.Count);
        var unknown = Assert.Single(await rig.DeliveriesAsync("?state=unknown"));
        Assert.Contains("it keeps no list", unknown.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, rig.Platform.Asked);
        var settled = await rig.ResolveAsync(
            unknown.GetProperty("id").GetString()!,
            itWasSent ? """{ "outcome": "published", "url": "https://platform.test/seen" }""" : """{ "outcome": "notPublished", "retry": true }""");
        Assert.Equal(200, settled.Status);
        await rig.RunAsync();
        Assert.Single(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Published, (await rig.DeliveryAsync()).State);
    }

    [Fact]
    public async Task A_message_that_meets_a_young_claim_is_put_back_and_judges_nothing()
    {
        await using var rig = await DieAsync(platform => platform.Before = Die);
        await rig.DeliverAsync((await rig.MessageAsync()).Write());

        Assert.Equal(DeliveryState.Claimed, (await rig.DeliveryAsync()).State);
        Assert.Equal(0, rig.Platform.Asked);
        Assert.Empty(await rig.TakeAsync());
        Assert.Equal(1, await rig.QueuedAsync());
    }

    [Fact]
    public async Task An_answer_that_is_lost_after_the_platform_took_the_post_is_looked_for()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.After = static (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.Unknown("No answer came."));
        await rig.RunAsync();
        var open = await rig.DeliveryAsync();
        Assert.Equal((DeliveryState.Claimed, "No answer came."), (open.State, open.Reason));
        Assert.Equal(1, await rig.QueuedAsync());

        await ReturnAsync(rig);
        Assert.Single(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Published, (await rig.DeliveryAsync()).State);
    }

    [Fact]
    public async Task A_failure_nobody_foresaw_leaves_the_claim_open_and_is_given_up_as_unknown()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.After = static (_, _) => throw new InvalidOperationException("a bug");
        var message = (await rig.MessageAsync()).Write();
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.DeliverAsync(message));
        Assert.Equal(DeliveryState.Claimed, (await rig.DeliveryAsync()).State);

        rig.Clock.Advance(PastTheLease);
        rig.Platform.Looking = static () => throw new InvalidOperationException("another bug");
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.DeliverAsync(message, 5));
        var unknown = await rig.DeliveryAsync();
        Assert.Equal(DeliveryState.Unknown, unknown.State);
        Assert.Contains("the post may be out", unknown.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", unknown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_before_it_says_what_it_has_leaves_the_claim_open()
    {
        await using var rig = await DieAsync(platform => platform.After = Die);
        rig.Platform.Looking = () => new Finding.AskLater(rig.Clock.GetUtcNow().AddMinutes(20));
        await ReturnAsync(rig);
        Assert.Equal(DeliveryState.Claimed, (await rig.DeliveryAsync()).State);
        Assert.Equal(1, await rig.QueuedAsync());

        rig.Platform.Looking = static () => null;
        await ReturnAsync(rig);
        Assert.Single(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Published, (await rig.DeliveryAsync()).State);
    }

    [Fact]
    public async Task Workers_that_keep_dying_give_up_once_absence_is_proven()
    {
        await using var rig = await DieAsync(platform => platform.Before = Die);
        for (var time = 2; time <= 5; time++)
        {
            dying = new CancellationTokenSource();
            rig.Clock.Advance(PastTheLease);
            await Assert.ThrowsAsync<OperationCanceledException>(async () => await rig.DeliverAsync((await rig.MessageAsync()).Write(), cancellationToken: dying.Token));
        }

        await ReturnAsync(rig, alive: false);
        var refused = await rig.DeliveryAsync();
        Assert.Equal((DeliveryState.Refused, "Given up after 5 attempts; nothing was published."), (refused.State, refused.Reason));
    }

    [Fact]
    public async Task A_receipt_is_kept_even_where_another_worker_has_taken_over()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.CanBeAsked = false;
        var message = (await rig.MessageAsync()).Write();
        rig.Platform.After = async (_, _) =>
        {
            // Slower than any worker may be: meanwhile another one judges the claim.
            rig.Platform.After = Goes;
            rig.Clock.Advance(PastTheLease);
            await rig.DeliverAsync(message, cancellationToken: CancellationToken.None);
            Assert.Equal(DeliveryState.Unknown, (await rig.DeliveryAsync()).State);
            return null;
        };
        await rig.DeliverAsync(message);

        Assert.Single(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Published, (await rig.DeliveryAsync()).State);
    }

    /// <summary>The process ends here: nothing of the worker runs after this.</summary>
    private async Task<PublishOutcome?> Die(OutgoingPost post, CancellationToken cancellationToken)
    {
        await dying.CancelAsync();
        throw new OperationCanceledException(dying.Token);
    }

    private async Task<PublishingRig> DieAsync(Action<FarSide> where)
    {
        var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        where(rig.Platform);
        await rig.TickAsync();
        var message = Assert.Single(await rig.TakeAsync());
        await Assert.ThrowsAsync<OperationCanceledException>(() => rig.DeliverAsync(message.MessageText, cancellationToken: dying.Token));
        Assert.Equal(DeliveryState.Claimed, (await rig.DeliveryAsync()).State);
        return rig;
    }

    private static async Task ReturnAsync(PublishingRig rig, bool alive = true)
    {
        rig.Clock.Advance(PastTheLease);
        if (alive)
        {
            (rig.Platform.Before, rig.Platform.After) = (Goes, Goes);
        }

        await rig.DeliverAsync((await rig.MessageAsync()).Write());
    }
}
