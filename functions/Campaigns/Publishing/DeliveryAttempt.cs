using System.Diagnostics;
using Campaigns.Channels;
using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Publishing;

/// <summary>One attempt at a delivery that this worker has claimed: asks the channel where an earlier attempt left no receipt, publishes, and writes what became of it.</summary>
/// <param name="posts">The ledger.</param>
/// <param name="queue">Where a delivery waits whose fate is open.</param>
/// <param name="channels">Where deliveries go.</param>
/// <param name="hold">Whether everything is held.</param>
/// <param name="gate">What keeps a delivery from going out.</param>
/// <param name="recorder">Writes the ledger.</param>
/// <param name="options">How long a claim is respected.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it says which account may not post.</param>
public sealed partial class DeliveryAttempt(
    PostTable posts, DeliveryQueue queue, ChannelDirectory channels, HoldSwitch hold, DeliveryGate gate, DeliveryRecorder recorder, IOptions<PublishingOptions> options,
    TimeProvider time, ILogger<DeliveryAttempt> logger)
{
    /// <summary>Looks for what an earlier attempt may have published, and publishes only what is proven to be absent.</summary>
    /// <param name="message">Which delivery.</param>
    /// <param name="claimed">The delivery, claimed.</param>
    /// <param name="cancellationToken">Stops waiting; the claim stays.</param>
    public async Task ResumeAsync(DeliveryMessage message, Delivery claimed, CancellationToken cancellationToken)
    {
        var finding = await LookAsync(message.Ledger, claimed, cancellationToken);
        switch (finding)
        {
            case Finding.Published found:
                await recorder.PublishedAsync(message.Ledger, claimed, found.Url, found.PlatformId);
                break;

            case Finding.ProvenAbsent:
                await BeginAgainAsync(message, claimed, cancellationToken);
                break;

            case Finding.CannotTell cannot:
                await recorder.LeaveAsync(
                    message.Ledger, claimed, DeliveryState.Unknown,
                    $"An attempt at {claimed.ClaimedAt:u} ended without a receipt, and the channel cannot say whether the post is out: {cannot.Reason}. "
                    + "Look at the account, then resolve this delivery.",
                    cancellationToken);
                break;

            case Finding.AskLater later:
                await queue.SendAsync(message, later.Until - time.GetUtcNow(), cancellationToken);
                break;
        }
    }

    /// <summary>Publishes, and writes what became of it.</summary>
    /// <param name="message">Which delivery.</param>
    /// <param name="claimed">The delivery, claimed.</param>
    /// <param name="cancellationToken">Stops waiting; the claim stays.</param>
    public async Task RunAsync(DeliveryMessage message, Delivery claimed, CancellationToken cancellationToken)
    {
        switch (await PublishAsync(message.Ledger, claimed, cancellationToken))
        {
            case PublishOutcome.Published published:
                await recorder.PublishedAsync(message.Ledger, claimed, published.Url, published.PlatformId);
                break;

            case PublishOutcome.Refused refused:
                await recorder.LeaveAsync(message.Ledger, claimed, DeliveryState.Refused, refused.Reason, cancellationToken);
                break;

            case PublishOutcome.NotAuthorised refused:
                Log.NotAuthorised(logger, message.Campaign, message.Delivery, claimed.Channel.Name);
                await recorder.LeaveAsync(message.Ledger, claimed, DeliveryState.Refused, refused.Reason, cancellationToken);
                break;

            case PublishOutcome.ByHand task:
                await recorder.LeaveAsync(message.Ledger, claimed, DeliveryState.Manual, task.Reason, cancellationToken);
                break;

            case PublishOutcome.RateLimited limited:
                var dueAt = DateTimeOffset.FromUnixTimeSeconds(limited.Until.ToUnixTimeSeconds() + 1);
                await recorder.MoveAsync(message.Ledger, claimed, dueAt, "The platform asks to wait: it will be tried again when it is due.", cancellationToken);
                break;

            case PublishOutcome.Unknown unknown:
                // What was sent may still be on its way: it is looked for once the claim is old.
                await recorder.LeaveAsync(message.Ledger, claimed, DeliveryState.Claimed, unknown.Reason, cancellationToken);
                await queue.SendAsync(message, options.Value.ClaimLease, cancellationToken);
                break;
        }
    }

    /// <summary>What is proven to be absent goes out as what was never begun does: not where it has been stopped or held meanwhile.</summary>
    private async Task BeginAgainAsync(DeliveryMessage message, Delivery claimed, CancellationToken cancellationToken)
    {
        if ((await gate.StopsAsync(message.Ledger, claimed, cancellationToken) ?? Tired(claimed)) is { } stop)
        {
            await recorder.LeaveAsync(message.Ledger, claimed, stop.State, stop.Reason, cancellationToken);
        }
        else if (await hold.SinceAsync(cancellationToken) is not null)
        {
            await recorder.MoveAsync(message.Ledger, claimed, claimed.DueAt, "Everything was held before it could be tried again; nothing was published.", cancellationToken);
        }
        else
        {
            await RunAsync(message, claimed, cancellationToken);
        }
    }

    private async Task<PublishOutcome> PublishAsync(Ledger ledger, Delivery claimed, CancellationToken cancellationToken)
    {
        var post = await OutgoingAsync(ledger, claimed, cancellationToken);
        using var inTime = InTime(cancellationToken);
        using var span = Span("publish", claimed);
        try
        {
            var outcome = await channels[claimed.Channel.Name].PublishAsync(post, inTime.Token);
            span?.SetTag("campaigns.outcome", outcome.GetType().Name);
            return outcome;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            span.Failed(late);
            return new PublishOutcome.Unknown("The channel did not finish in time.");
        }
        catch (ChannelUnreachableException unreachable)
        {
            span.Failed(unreachable);
            // Nothing was published: the claim is given back, and the message comes again.
            await recorder.LeaveAsync(ledger, claimed, DeliveryState.Waiting, unreachable.Message, cancellationToken);
            throw;
        }
    }

    private async Task<Finding> LookAsync(Ledger ledger, Delivery claimed, CancellationToken cancellationToken)
    {
        var post = await OutgoingAsync(ledger, claimed, cancellationToken);
        using var inTime = InTime(cancellationToken);
        using var span = Span("find", claimed);
        try
        {
            var finding = await channels[claimed.Channel.Name].FindAsync(post, inTime.Token);
            span?.SetTag("campaigns.outcome", finding.GetType().Name);
            return finding;
        }
        catch (Exception exception) when (exception is ChannelUnreachableException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            span.Failed(exception);
            var why = exception is ChannelUnreachableException ? exception.Message : "The channel did not say in time whether it has the post.";
            await recorder.LeaveAsync(ledger, claimed, DeliveryState.Claimed, why, cancellationToken);
            throw;
        }
    }

    /// <summary>The call to the platform.</summary>
    private static Activity? Span(string what, Delivery claimed)
    {
        var span = EngineTrace.Start($"{what} {claimed.Channel.Name}", ActivityKind.Client);
        span?.SetTag("campaigns.channel", claimed.Channel.Name);
        span?.SetTag("campaigns.attempt", claimed.Attempts);
        return span;
    }

    private async Task<OutgoingPost> OutgoingAsync(Ledger ledger, Delivery claimed, CancellationToken cancellationToken)
    {
        var post = await posts.FindAsync(ledger, claimed.PostId, cancellationToken)
            ?? throw new InvalidDataException($"The delivery {claimed.Id} has no post.");
        return new OutgoingPost($"{ledger.Partition}/{claimed.Id}", claimed.Account.Value, post.ContentFor(claimed.Channel), claimed.PlannedAt, claimed.DueAt);
    }

    /// <summary>A call to a channel ends long before anybody looks into the claim.</summary>
    private CancellationTokenSource InTime(CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(options.Value.ClaimLease / 2);
        return source;
    }

    private (DeliveryState State, string Reason)? Tired(Delivery claimed) =>
        claimed.Attempts > options.Value.MaxAttempts ? (DeliveryState.Refused, $"Given up after {claimed.Attempts - 1} attempts; nothing was published.") : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The account of delivery {DeliveryId} of campaign {CampaignId} may not post on {Channel}: its credential has to be renewed")]
        public static partial void NotAuthorised(ILogger logger, string campaignId, string deliveryId, string channel);
    }
}
