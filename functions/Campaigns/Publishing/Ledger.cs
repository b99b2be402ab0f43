using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>Names a campaign's part of the publication ledger: a campaign that was removed and made again begins with an empty one.</summary>
/// <param name="Campaign">The campaign's id.</param>
/// <param name="Generation">The campaign's generation.</param>
public sealed record Ledger(string Campaign, string Generation)
{
    /// <summary>The partition that holds its posts and deliveries together, so that they are written together.</summary>
    public string Partition => CampaignPartition.Of(Campaign, Generation);

    /// <summary>The ledger of a campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    public static Ledger Of(Campaign campaign) => new(campaign.Id.Value, campaign.Generation);
}
