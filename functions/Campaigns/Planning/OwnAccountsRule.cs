using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Planning;

/// <summary>
/// Who may give a campaign accounts to speak with. The engine holds the credentials of all of them, so whoever has a key for single campaigns could otherwise speak in the
/// name of another's.
/// </summary>
internal static class OwnAccountsRule
{
    private const string Rule = "may be added only by a caller whose key is for all campaigns: ask a manager of the engine";

    /// <summary>Refuses accounts that the campaign did not have where the caller is for single campaigns.</summary>
    public static void Check(HttpRequest request, Campaign? before, IReadOnlyList<CampaignAccount> accounts, Faults faults)
    {
        if (request.HttpContext.Features.Get<Caller>() is not { Campaigns.Count: > 0 })
        {
            return;
        }

        foreach (var (at, account) in accounts.Index())
        {
            if (before?.Accounts.Any(known => known.Channel == account.Channel && known.Account.Is(account.Account.Value)) != true)
            {
                faults.Add($"accounts[{at}].account", account.Account.Value, Rule);
            }
        }
    }
}
