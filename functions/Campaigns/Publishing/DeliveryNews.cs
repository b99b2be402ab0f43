using System.Globalization;
using Campaigns.Webhooks;

namespace Campaigns.Publishing;

/// <summary>Tells outgoing webhooks what the ledger ends with.</summary>
/// <param name="announcer">Where it is told.</param>
public sealed class DeliveryNews(Announcer announcer)
{
    /// <summary>Tells where a delivery stands, if that is an end or needs a person. Told again it is the same news, to the byte.</summary>
    /// <param name="ledger">Where it stands.</param>
    /// <param name="delivery">The delivery as it is written.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    public Task TellAsync(Ledger ledger, Delivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(delivery);
        return EventOf(delivery.State) is not { } name ? Task.CompletedTask : announcer.TellAsync(
            new Announcement(name, ledger.Campaign, KeyOf(ledger, delivery), delivery.PublishedAt ?? delivery.LeftAt ?? delivery.DueAt, new Dictionary<string, string?>
            {
                ["campaignId"] = ledger.Campaign,
                ["postId"] = delivery.PostId.Value,
                ["deliveryId"] = delivery.Id,
                ["channel"] = delivery.Channel.Name,
                ["state"] = delivery.State.Name(),
                ["url"] = delivery.Url?.AbsoluteUri,
            }),
            cancellationToken);
    }

    /// <summary>A delivery that is tried again and ends again is news again: it is due at another time, under another claim, or was left at another time.</summary>
    private static string KeyOf(Ledger ledger, Delivery delivery) =>
        string.Create(CultureInfo.InvariantCulture, $"{ledger.Partition}|{delivery.Id}|{delivery.State}|{delivery.DueAt.UtcTicks}|{delivery.ClaimToken}|{delivery.LeftAt?.UtcTicks}");

    private static string? EventOf(DeliveryState state) => state switch
    {
        DeliveryState.Published => WebhookEvents.DeliveryPublished,
        DeliveryState.Refused => WebhookEvents.DeliveryRefused,
        DeliveryState.Unknown => WebhookEvents.DeliveryUnknown,
        DeliveryState.Expired => WebhookEvents.DeliveryExpired,
        DeliveryState.Manual => WebhookEvents.DeliveryManual,
        _ => null,
    };
}
