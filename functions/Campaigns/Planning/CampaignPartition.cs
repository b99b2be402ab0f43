namespace Campaigns.Planning;

/// <summary>
/// The partition under which a campaign's rows stand together in a table: a campaign that was removed and made again, under another generation,
/// finds none of its namesake's.
/// </summary>
internal static class CampaignPartition
{
    public static string Of(Campaign campaign) => Of(campaign.Id.Value, campaign.Generation);

    public static string Of(string campaign, string generation) => $"{campaign}.{generation}";
}
