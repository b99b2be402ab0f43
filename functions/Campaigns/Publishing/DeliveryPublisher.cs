using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Publishing;

/// <summary>
/// Publishes a delivery that is due, once: whichever worker it comes to, however often, in whatever order, and wherever a worker dies.
/// The ledger says what was begun; a beginning without an end is asked about before anything is sent again.
/// </summary>
/// <param name="posts">The ledger.</param>
/// <param name="due">What is due when.</param>
/// <param name="queue">Where a delivery waits that somebody else may be publishing.</param>
/// <param name="hold">Whether everything is held.</param>
/// <param name="gate">What keeps a delivery from going out.</param>
/// <param name="recorder">Writes the ledger.</param>
/// <param name="attempt">Speaks to the channel.</param>
/// <param name="news">Tells who wants to know.</param>
/// <param name="options">How long a claim is respected.</param>
/// <param name="metrics">What is counted.</param>
/// <param name="kinds">What kind of span the work on a message is.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it says what it did.</param>
public sealed partial class DeliveryPublisher(
    PostTable posts, DueTable due, DeliveryQueue queue, HoldSwitch hold, DeliveryGate gate, DeliveryRecorder recorder, DeliveryAttempt attempt, DeliveryNews news,
    IOptions<PublishingOptions> options, PublishingMetrics metrics, SpanKinds kinds, TimeProvider time, ILogger<DeliveryPublisher> logger)
{
    /// <summary>How many deliveries of one campaign are under way at a time in this process: a third of the messages that a host works on.</summary>
    public const int MostOfCampaign = 4;

    private readonly Turns turns = new(MostOfCampaign);

    /// <summary>Does what the ledger says is to be done about a delivery.</summary>
    /// <param name="message">Which delivery.</param>
    /// <param name="dequeueCount">How often this message was given to a worker.</param>
    /// <param name="cancellationToken">Stops the work; what was begun is looked into later.</param>
    public async Task PublishAsync(DeliveryMessage message, long dequeueCount, CancellationToken cancellationToken)
    {
        using var span = EngineTrace.Start("process delivery", kinds.Consumer, message.TraceParent);
        span?.SetTag("campaigns.campaign", message.Campaign);
        span?.SetTag("campaigns.delivery", message.Delivery);
        span?.SetTag("messaging.attempt", dequeueCount);
        if (!turns.TryEnter(message.Campaign))
        {
            // Pictures that come slowly, of as many posts as one campaign likes, hold up no other's.
            await queue.SendAsync(message, TimeSpan.FromSeconds(Random.Shared.Next(2, 6)), cancellationToken);
            return;
        }

        try
        {
            await span.FollowAsync(PublishOnceAsync(message, dequeueCount, cancellationToken));
        }
        finally
        {
            turns.Leave(message.Campaign);
        }
    }

    private async Task PublishOnceAsync(DeliveryMessage message, long dequeueCount, CancellationToken cancellationToken)
    {
        try
        {
            while (!await TryAsync(message, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && dequeueCount >= options.Value.MaxAttempts)
        {
            await GiveUpAsync(message, dequeueCount, failure, cancellationToken);
            throw;
        }
    }

    /// <summary>Acts on the delivery as it is now.</summary>
    /// <returns>False where it was changed meanwhile: read it again.</returns>
    private async Task<bool> TryAsync(DeliveryMessage message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (await posts.FindDeliveryAsync(message.Ledger, message.Delivery, cancellationToken))
        {
            case { State: DeliveryState.Waiting } waiting when waiting.DueAt <= now:
                return await BeginAsync(message, waiting, cancellationToken);

            case { State: DeliveryState.Claimed } claimed when claimed.ClaimedAt + options.Value.ClaimLease > now:
                // Somebody may be publishing it this moment.
                await queue.SendAsync(message, claimed.ClaimedAt!.Value + options.Value.ClaimLease - now, cancellationToken);
                return true;

            case { State: DeliveryState.Claimed } claimed:
                Log.Orphan(logger, message.Campaign, message.Delivery);
                return await ResumeAsync(message, claimed, cancellationToken);

            case var other:
                // Done, held, cancelled, removed, or not due yet: its due row brings it back in time.
                Log.NothingToDo(logger, message.Campaign, message.Delivery);
                metrics.Duplicate();
                if (other is not null)
                {
                    // A worker may have died between the ledger and the news; repeats are known by their id.
                    await news.TellAsync(message.Ledger, other, cancellationToken);
                }

                return true;
        }
    }

    private async Task<bool> BeginAsync(DeliveryMessage message, Delivery waiting, CancellationToken cancellationToken)
    {
        if (await hold.SinceAsync(cancellationToken) is not null)
        {
            await due.AddAsync(message.Ledger, [waiting], cancellationToken);
            return true;
        }

        if (waiting.Attempts >= options.Value.MaxAttempts)
        {
            // Its message was put back on the way, and so is counted anew.
            return await GiveUpAsync(message, waiting, waiting.Reason, waiting.Attempts, null, cancellationToken);
        }

        if (await gate.StopsAsync(message.Ledger, waiting, cancellationToken) is { } stop)
        {
            return await recorder.LeaveAsync(message.Ledger, waiting, stop.State, stop.Reason, cancellationToken);
        }

        if (await recorder.ClaimAsync(message.Ledger, waiting, cancellationToken) is not { } claimed)
        {
            return false;
        }

        await attempt.RunAsync(message, claimed, cancellationToken);
        return true;
    }

    private async Task<bool> ResumeAsync(DeliveryMessage message, Delivery orphan, CancellationToken cancellationToken)
    {
        if (await recorder.ClaimAsync(message.Ledger, orphan, cancellationToken) is not { } claimed)
        {
            return false;
        }

        await attempt.ResumeAsync(message, claimed, cancellationToken);
        return true;
    }

    /// <summary>The host will not bring this message again: the ledger says so, for a person to read.</summary>
    private async Task GiveUpAsync(DeliveryMessage message, long dequeueCount, Exception failure, CancellationToken cancellationToken)
    {
        if (await posts.FindDeliveryAsync(message.Ledger, message.Delivery, cancellationToken) is not { State: DeliveryState.Waiting or DeliveryState.Claimed } delivery)
        {
            return;
        }

        var why = failure is Channels.ChannelUnreachableException ? failure.Message : $"The engine failed ({failure.GetType().Name}).";
        if (delivery.State == DeliveryState.Claimed)
        {
            await recorder.LeaveAsync(
                message.Ledger, delivery, DeliveryState.Unknown,
                $"{why} Given up after {dequeueCount} attempts; the post may be out. Look at the account, then resolve this delivery.", cancellationToken);
        }
        else
        {
            await GiveUpAsync(message, delivery, why, dequeueCount, failure, cancellationToken);
        }
    }

    private async Task<bool> GiveUpAsync(DeliveryMessage message, Delivery waiting, string? why, long attempts, Exception? failure, CancellationToken cancellationToken)
    {
        var reason = $"{why} Given up after {attempts} attempts; nothing was published. Resolve this delivery with a retry once the cause is gone.".TrimStart();
        if (!await recorder.LeaveAsync(message.Ledger, waiting, DeliveryState.Refused, reason, cancellationToken))
        {
            return false;
        }

        // Said of this one alone: whoever reads it may send the post again.
        Log.GaveUp(logger, message.Campaign, message.Delivery, attempts, failure);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Nothing to do for delivery {DeliveryId} of campaign {CampaignId}")]
        public static partial void NothingToDo(ILogger logger, string campaignId, string deliveryId);

        [LoggerMessage(2, LogLevel.Warning, "Delivery {DeliveryId} of campaign {CampaignId} was begun and has no receipt: the channel is asked")]
        public static partial void Orphan(ILogger logger, string campaignId, string deliveryId);

        [LoggerMessage(3, LogLevel.Error, "Delivery {DeliveryId} of campaign {CampaignId} was given up after {Attempts} attempts")]
        public static partial void GaveUp(ILogger logger, string campaignId, string deliveryId, long attempts, Exception? failure);
    }
}
