using System.Security.Cryptography;
using System.Text;
using Campaigns.Listening;
using Campaigns.Planning;

namespace Campaigns.Results.RollUps;

/// <summary>The accounts that speak for a campaign, as the fold tells their mentions apart: only where the plan says whose any of them is.</summary>
/// <param name="names">The names that roll-ups have for the accounts, by number; the last one is for <see cref="Others"/>.</param>
/// <param name="numbers">The accounts' numbers by the author keys under which their mentions stand.</param>
internal sealed class OwnAccounts(IReadOnlyList<string> names, IReadOnlyDictionary<UInt128, int> numbers)
{
    /// <summary>What mentions of own accounts stand under that none of the plan's accounts said: those that it lists no longer, or took in when accounts were not told apart.</summary>
    public const string Others = "";

    /// <summary>Of a campaign whose plan does not say whose its accounts are.</summary>
    public static OwnAccounts None { get; } = new([], new Dictionary<UInt128, int>());

    /// <summary>The names that roll-ups have for the accounts, by number; the last one is for <see cref="Others"/>.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Whether accounts are told apart.</summary>
    public bool Any => Names.Count > 0;

    /// <summary>Changes with the accounts; empty where they are not told apart.</summary>
    public string Version => Any ? SummaryRows.DigestOf(string.Join('|', Names.Order(StringComparer.Ordinal))) : "";

    /// <summary>The accounts of a plan.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="keys">Opens its author keys.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async ValueTask<OwnAccounts> OfAsync(Campaign campaign, CampaignKeys keys, CancellationToken cancellationToken) =>
        campaign.Accounts.Any(account => account.Organisation is not null) ? Of(campaign.Accounts, await keys.OfAsync(campaign, cancellationToken)) : None;

    /// <summary>Some accounts.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="keys">Makes their author keys.</param>
    public static OwnAccounts Of(IReadOnlyList<CampaignAccount> accounts, MentionKeys keys)
    {
        var numbers = new Dictionary<UInt128, int>();
        foreach (var (number, account) in accounts.Index())
        {
            numbers.TryAdd(keys.AuthorByHandle(account.Channel.Name, account.Account.Value), number);
            // A mention that was taken in before accounts were told apart stands under its author's id: perhaps the plan names the account by that.
            numbers.TryAdd(keys.Author(account.Channel.Name, account.Account.Value), number);
        }

        return new OwnAccounts([.. accounts.Select(NameOf), Others], numbers);
    }

    /// <summary>A short name for an account that is the same in every version of the plan, however long what people call it.</summary>
    public static string NameOf(CampaignAccount account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Channel.Name}|{account.Account.Value.ToLowerInvariant()}")).AsSpan(0, 8));

    /// <summary>The number of the account under whose author key a mention stands.</summary>
    public int NumberOf(UInt128 author) => numbers.TryGetValue(author, out var number) ? number : Names.Count - 1;
}
