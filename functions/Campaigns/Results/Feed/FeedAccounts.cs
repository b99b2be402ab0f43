using Campaigns.Planning;

namespace Campaigns.Results.Feed;

/// <summary>How accounts are named in keys, wherever they come from: what was published or entered keeps the name of then, the plan may write it otherwise now.</summary>
internal static class FeedAccounts
{
    /// <summary>An account as the plan writes it; one that the plan does not have, or has no longer, in lower case.</summary>
    public static string NameIn(Campaign campaign, string channel, string account) => campaign.Accounts
        .Where(planned => planned.Channel.Name == channel && planned.Account.Is(account)).Select(planned => planned.Account.Value)
        .FirstOrDefault(account.ToLowerInvariant());

    /// <summary>The key of an account's row.</summary>
    public static string KeyOf(Campaign campaign, string channel, string account) => FeedKey.Of(campaign.Id.Value, channel, NameIn(campaign, channel, account));

    /// <summary>
    /// The key of an organisation: its code in the Organisation Data Service, or its name where it has none. Results take two spellings for one organisation,
    /// and so does Power BI for one key, where a second row would break every refresh.
    /// </summary>
    public static string KeyOf(AccountOrganisation organisation) => (organisation.Ods ?? organisation.Name).Trim().ToLowerInvariant();
}
