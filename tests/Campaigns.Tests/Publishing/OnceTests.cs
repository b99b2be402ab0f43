using Campaigns.Channels;
using Campaigns.Publishing;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

/// <summary>Random histories of workers that die, platforms that fail, messages that come twice and clocks that jump.</summary>
public sealed class OnceTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_a_post_is_there_once_or_the_ledger_says_why_not(int seed)
    {
        for (var run = 0; run < 8; run++)
        {
            await using var rig = await PublishingRig.StartAsync(azurite);
            var history = new History(rig, new Random((seed * 1000) + run), canBeAsked: run % 2 == 0);
            await history.LiveAsync(steps: 15);
            await history.HealAsync();

            var delivery = await rig.DeliveryAsync();
            var there = rig.Platform.Posts.Count;
            Assert.True(
                (delivery.State, there) is (DeliveryState.Published, 1) or (DeliveryState.Refused, 0) or (DeliveryState.Unknown, 0 or 1),
                $"seed {seed}, run {run}: {delivery.State} with {there} posts: {delivery.Reason}");
            Assert.True(delivery.State != DeliveryState.Unknown || run % 2 == 1 || delivery.Reason!.Contains("Given up", StringComparison.Ordinal), delivery.Reason);
        }
    }

    private sealed class History(PublishingRig rig, Random random, bool canBeAsked)
    {
        private readonly List<(string Text, int Count)> messages = [];

        public async Task LiveAsync(int steps)
        {
            rig.Platform.CanBeAsked = canBeAsked;
            await rig.PutAsync(PublishingRig.Json());
            for (var step = 0; step < steps; step++)
            {
                await (random.Next(5) switch
                {
                    0 => TickAsync(),
                    1 => AdvanceAsync(),
                    2 => Task.WhenAll(DeliverAsync(keep: true), DeliverAsync(keep: true)),
                    _ => DeliverAsync(keep: false),
                });
            }
        }

        /// <summary>From here on everything works, and whatever still waits somewhere gets its turn.</summary>
        public async Task HealAsync()
        {
            for (var turn = 0; turn < 10; turn++)
            {
                rig.Clock.Advance(TimeSpan.FromMinutes(16));
                Behave(6);
                await TickAsync();
                while (messages.Count > 0)
                {
                    await DeliverAsync(keep: false, works: true);
                }

                // Messages that were put back are out of sight for minutes of the real clock; this one stands for them.
                if (await rig.QueuedAsync() > 0)
                {
                    await rig.DeliverAsync((await rig.MessageAsync()).Write());
                }
            }
        }

        private Task AdvanceAsync()
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(random.Next(8)));
            return Task.CompletedTask;
        }

        private async Task TickAsync()
        {
            await rig.TickAsync();
            messages.AddRange((await rig.TakeAsync()).Select(message => (message.MessageText, 1)));
        }

        private async Task DeliverAsync(bool keep, bool works = false)
        {
            if (messages.Count == 0)
            {
                return;
            }

            var at = random.Next(messages.Count);
            var (text, count) = messages[at];
            using var worker = new CancellationTokenSource();
            if (!works)
            {
                Behave(random.Next(9), worker);
            }

            if (!keep)
            {
                messages.RemoveAt(at);
            }

            try
            {
                await rig.DeliverAsync(text, count, cancellationToken: worker.Token);
            }
            catch (Exception failure) when (failure is OperationCanceledException or ChannelUnreachableException or InvalidOperationException)
            {
                if (!keep && count < 5)
                {
                    messages.Add((text, count + 1));
                }
            }
        }

        private void Behave(int how, CancellationTokenSource? worker = null)
        {
            var (before, after) = how switch
            {
                0 => (Dies(worker!), Goes),
                1 => (Goes, Dies(worker!)),
                2 => (Ends(new PublishOutcome.RateLimited(rig.Clock.GetUtcNow().AddMinutes(random.Next(1, 9)))), Goes),
                3 => (Throws(new ChannelUnreachableException("not reached")), Goes),
                4 => (Ends(new PublishOutcome.Unknown("lost before")), Goes),
                5 => (Goes, Ends(new PublishOutcome.Unknown("lost after"))),
                6 => (Goes, Throws(new InvalidOperationException("a bug"))),
                _ => (Goes, Goes),
            };
            (rig.Platform.Before, rig.Platform.After) = worker is null ? (Goes, Goes) : (before, after);
        }

        private static Func<OutgoingPost, CancellationToken, Task<PublishOutcome?>> Goes { get; } = static (_, _) => Task.FromResult<PublishOutcome?>(null);

        private static Func<OutgoingPost, CancellationToken, Task<PublishOutcome?>> Ends(PublishOutcome outcome) => (_, _) => Task.FromResult<PublishOutcome?>(outcome);

        private static Func<OutgoingPost, CancellationToken, Task<PublishOutcome?>> Throws(Exception failure) => (_, _) => throw failure;

        private static Func<OutgoingPost, CancellationToken, Task<PublishOutcome?>> Dies(CancellationTokenSource worker) => async (_, _) =>
        {
            await worker.CancelAsync();
            throw new OperationCanceledException(worker.Token);
        };
    }
}
