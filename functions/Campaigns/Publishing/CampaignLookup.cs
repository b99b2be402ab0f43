using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>Finds the campaign of a route.</summary>
internal static class CampaignLookup
{
    /// <summary>The ledger of the campaign; null where there is none.</summary>
    public static async Task<Ledger?> LedgerAsync(this CampaignTable campaigns, string campaignId, CancellationToken cancellationToken) =>
        await campaigns.FindAsync(campaignId, cancellationToken) is { } campaign ? Ledger.Of(campaign) : null;
}
