namespace Campaigns.Planning;

/// <summary>An account that speaks for a campaign.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Account">Its name there.</param>
public sealed record CampaignAccount(Channel Channel, AccountName Account)
{
    /// <summary>Whose account it is; null where the plan does not say.</summary>
    public AccountOrganisation? Organisation { get; init; }
}
