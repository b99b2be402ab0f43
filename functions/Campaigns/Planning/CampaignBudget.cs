namespace Campaigns.Planning;

/// <summary>What searching for a campaign's mentions may cost over its life; a search that would go past it is not made.</summary>
/// <param name="Calls">The most requests to platforms, or null for as many as it takes.</param>
/// <param name="Money">The most money, or null for no limit.</param>
/// <param name="Currency">The currency of <paramref name="Money"/>, three letters as ISO 4217 has them.</param>
public sealed record CampaignBudget(long? Calls, decimal? Money, string Currency)
{
    /// <summary>No limit.</summary>
    public static CampaignBudget None { get; } = new(null, null, "USD");
}
