using System.Diagnostics;
using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Publishing;

/// <summary>Finds what is due and hands it to the queue. What a missed run left is still due at the next; two runs at once hand over twice what only happens once.</summary>
/// <param name="due">What is due when.</param>
/// <param name="posts">The ledger.</param>
/// <param name="queue">Where due deliveries go.</param>
/// <param name="hold">Whether everything is held.</param>
/// <param name="options">How old a leftover row must be.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it says what it did.</param>
public sealed partial class DueTick(
    DueTable due, PostTable posts, DeliveryQueue queue, HoldSwitch hold, IOptions<PublishingOptions> options, TimeProvider time, ILogger<DueTick> logger)
{
    /// <summary>Hands over everything that is due.</summary>
    /// <param name="cancellationToken">Stops between two deliveries.</param>
    /// <exception cref="AggregateException">Some deliveries could not be handed over; they are still due.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await hold.SinceAsync(cancellationToken) is { } since)
        {
            Log.Held(logger, since);
            return;
        }

        var now = time.GetUtcNow();
        var (sent, removed) = (0, 0);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(due.UntilAsync(now, cancellationToken), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (row, cancel) =>
        {
            try
            {
                if (await HandOverAsync(row, cancel))
                {
                    Interlocked.Increment(ref sent);
                }
                else if (now - row.WrittenAt > options.Value.StaleDueAfter)
                {
                    await due.RemoveAsync(row, cancel);
                    Interlocked.Increment(ref removed);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The others still go out; this one is due again next time.
                Log.Failed(logger, row.Ledger.Campaign, row.Delivery, failure);
                failures.Enqueue(failure);
            }
        });
        Log.Ran(logger, sent, removed, failures.Count);
        if (!failures.IsEmpty)
        {
            throw new AggregateException($"{failures.Count} due deliveries could not be handed over.", failures);
        }
    }

    private async Task<bool> HandOverAsync(Due row, CancellationToken cancellationToken)
    {
        if (!row.Holds(await posts.FindDeliveryAsync(row.Ledger, row.Delivery, cancellationToken)))
        {
            return false;
        }

        using var span = EngineTrace.Start("send delivery", ActivityKind.Producer, row.TraceParent);
        span?.SetTag("campaigns.campaign", row.Ledger.Campaign);
        span?.SetTag("campaigns.delivery", row.Delivery);
        // In this order: a row that outlives its message only makes a second message.
        await queue.SendAsync(new DeliveryMessage(row.Ledger.Campaign, row.Ledger.Generation, row.Delivery) { TraceParent = EngineTrace.Current ?? row.TraceParent }, TimeSpan.Zero, cancellationToken);
        await due.RemoveAsync(row, cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Everything is held since {Since}; nothing goes out")]
        public static partial void Held(ILogger logger, DateTimeOffset since);

        [LoggerMessage(2, LogLevel.Error, "Delivery {DeliveryId} of campaign {CampaignId} could not be handed over; it is still due")]
        public static partial void Failed(ILogger logger, string campaignId, string deliveryId, Exception failure);

        [LoggerMessage(3, LogLevel.Information, "{Sent} due deliveries handed over, {Removed} leftover rows removed, {Failed} failed")]
        public static partial void Ran(ILogger logger, int sent, int removed, int failed);
    }
}
