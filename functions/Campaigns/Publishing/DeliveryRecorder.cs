using Microsoft.Extensions.Logging;

namespace Campaigns.Publishing;

/// <summary>Writes into the ledger what became of a claimed delivery.</summary>
/// <param name="posts">The ledger.</param>
/// <param name="due">What is due when.</param>
/// <param name="news">Tells who wants to know.</param>
/// <param name="time">The clock.</param>
/// <param name="metrics">What is counted.</param>
/// <param name="logger">Where it says what a person has to settle.</param>
public sealed partial class DeliveryRecorder(PostTable posts, DueTable due, DeliveryNews news, TimeProvider time, PublishingMetrics metrics, ILogger<DeliveryRecorder> logger)
{
    /// <summary>Claims a delivery before anything is sent.</summary>
    /// <param name="ledger">Where it stands.</param>
    /// <param name="delivery">The delivery as it was read.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The claimed delivery, or null where somebody else changed it first.</returns>
    public async Task<Delivery?> ClaimAsync(Ledger ledger, Delivery delivery, CancellationToken cancellationToken)
    {
        var claim = delivery with
        {
            State = DeliveryState.Claimed,
            Attempts = delivery.Attempts + 1,
            ClaimedAt = time.GetUtcNow(),
            ClaimToken = Guid.NewGuid().ToString("N"),
            Reason = null,
        };
        if (await posts.UpdateAsync(ledger, claim, cancellationToken) is { } claimed)
        {
            return claimed;
        }

        // A write whose first answer was lost meets itself when it is repeated.
        return await posts.FindDeliveryAsync(ledger, claim.Id, cancellationToken) is { } now && now.ClaimToken == claim.ClaimToken ? now : null;
    }

    /// <summary>Writes the receipt. Once the platform has the post this does not give way: not to a stopping host, and not to another worker's claim.</summary>
    /// <param name="ledger">Where it stands.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="url">Where the post is.</param>
    /// <param name="platformId">The platform's name for it.</param>
    public async Task PublishedAsync(Ledger ledger, Delivery delivery, Uri url, string platformId)
    {
        for (var current = delivery; current is { State: not DeliveryState.Published }; current = await posts.FindDeliveryAsync(ledger, delivery.Id, CancellationToken.None))
        {
            var published = current with
            {
                State = DeliveryState.Published,
                PublishedAt = time.GetUtcNow(),
                Url = url,
                PlatformId = platformId,
                Reason = null,
            };
            if (await posts.UpdateAsync(ledger, published, CancellationToken.None) is not null)
            {
                metrics.Settled(published);
                await news.TellAsync(ledger, published, CancellationToken.None);
                return;
            }
        }
    }

    /// <summary>Leaves a delivery in a state, with the reason.</summary>
    /// <param name="ledger">Where it stands.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="state">The state.</param>
    /// <param name="reason">Why, in plain words.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Whether it was still this worker's to leave.</returns>
    public async Task<bool> LeaveAsync(Ledger ledger, Delivery delivery, DeliveryState state, string reason, CancellationToken cancellationToken)
    {
        var left = delivery with { State = state, Reason = reason, LeftAt = time.GetUtcNow() };
        if (await posts.UpdateAsync(ledger, left, cancellationToken) is null)
        {
            return false;
        }

        metrics.Settled(left);
        if (state == DeliveryState.Unknown)
        {
            Log.Unknown(logger, ledger.Campaign, delivery.Id);
        }

        await news.TellAsync(ledger, left, cancellationToken);
        return true;
    }

    /// <summary>Puts a delivery back into the queue of time. It costs no attempt: nothing was tried that could have succeeded.</summary>
    /// <param name="ledger">Where it stands.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="dueAt">When it is due now.</param>
    /// <param name="reason">Why, in plain words.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public async Task MoveAsync(Ledger ledger, Delivery delivery, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken)
    {
        var moved = delivery with
        {
            State = DeliveryState.Waiting,
            DueAt = dueAt,
            Attempts = delivery.Attempts - 1,
            Reason = reason,
        };
        await due.AddAsync(ledger, [moved], cancellationToken);
        await posts.UpdateAsync(ledger, moved, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Delivery {DeliveryId} of campaign {CampaignId} may be out or not: a person has to look and settle it")]
        public static partial void Unknown(ILogger logger, string campaignId, string deliveryId);
    }
}
