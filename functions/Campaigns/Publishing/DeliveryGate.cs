using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>What keeps a delivery from going out although it is due.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryGate(CampaignTable campaigns, TimeProvider time)
{
    /// <summary>Says what stops a delivery.</summary>
    /// <param name="ledger">Where it stands.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The state to leave it in, with the reason; null where nothing stops it.</returns>
    public async Task<(DeliveryState State, string Reason)?> StopsAsync(Ledger ledger, Delivery delivery, CancellationToken cancellationToken)
    {
        var campaign = await campaigns.FindAsync(ledger.Campaign, ledger.Generation, cancellationToken);
        return campaign is null ? (DeliveryState.Cancelled, "The campaign was removed.")
            : campaign.Archived ? (DeliveryState.Cancelled, "The campaign was archived when this was due.")
            : !campaign.Accounts.Any(account => account.Channel == delivery.Channel && account.Account.Is(delivery.Account.Value))
                ? (DeliveryState.Refused, "The account is no longer among the campaign's accounts: add it again, then resolve this delivery with a retry.")
            : Expires(delivery);
    }

    private (DeliveryState State, string Reason)? Expires(Delivery delivery) =>
        delivery.NotAfter <= time.GetUtcNow() ? (DeliveryState.Expired, "It could not go out before notAfter; nothing was published.") : null;
}
