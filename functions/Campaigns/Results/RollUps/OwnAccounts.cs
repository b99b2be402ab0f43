using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Campaigns.Listening;
using Campaigns.Planning;

namespace Campaigns.Results.RollUps;

/// <summary>
/// The accounts that speak for a campaign, as the fold tells their mentions apart: only where the plan says whose any of them is. Their numbers are in
/// the order of their names, whatever the order of the plan: what a process folded by numbers holds for every plan of the same <see cref="Version"/>.
/// </summary>
internal sealed class OwnAccounts
{
    private readonly IReadOnlyDictionary<UInt128, string> nameOf;
    private readonly Dictionary<string, int> numbers;

    /// <summary>Some accounts.</summary>
    /// <param name="nameOf">The accounts' names by the author keys under which their mentions stand.</param>
    /// <param name="accounts">All their names, in any order; none where accounts are not told apart.</param>
    public OwnAccounts(IReadOnlyDictionary<UInt128, string> nameOf, params IEnumerable<string> accounts)
    {
        string[] inOrder = [.. accounts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        this.nameOf = nameOf;
        numbers = inOrder.Index().ToDictionary(account => account.Item, account => account.Index, StringComparer.Ordinal);
        Names = inOrder.Length > 0 ? [.. inOrder, Others] : [];
    }

    /// <summary>What mentions of own accounts stand under that none of the plan's accounts said: those that it lists no longer, or took in when accounts were not told apart.</summary>
    public const string Others = "";

    /// <summary>Of a campaign whose plan does not say whose its accounts are.</summary>
    public static OwnAccounts None { get; } = new(new Dictionary<UInt128, string>());

    /// <summary>The names that roll-ups have for the accounts, by number; the last one is for <see cref="Others"/>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether accounts are told apart.</summary>
    public bool Any => Names.Count > 0;

    /// <summary>Changes with the accounts and with what their mentions stand under; empty where they are not told apart.</summary>
    public string Version => Any
        ? SummaryRows.DigestOf(string.Join('|', Names.Concat(nameOf.OrderBy(account => account.Key).Select(account => string.Create(CultureInfo.InvariantCulture, $"{account.Key:x} {account.Value}")))))
        : "";

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
        var nameOf = new Dictionary<UInt128, string>();
        // Where a key could be that of two, it is the same one's in every order of the plan.
        foreach (var account in accounts.OrderBy(NameOf, StringComparer.Ordinal))
        {
            nameOf.TryAdd(keys.AuthorByHandle(account.Channel.Name, account.Account.Value), NameOf(account));
            // A mention that was taken in before accounts were told apart stands under its author's id: perhaps the plan names the account by that.
            nameOf.TryAdd(keys.Author(account.Channel.Name, account.Account.Value), NameOf(account));
        }

        return new OwnAccounts(nameOf, accounts.Select(NameOf));
    }

    /// <summary>A short name for an account that is the same in every version of the plan, however long what people call it.</summary>
    public static string NameOf(CampaignAccount account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Channel.Name}|{account.Account.Folded}")).AsSpan(0, 8));

    /// <summary>Whether mentions of an account stand under an author key.</summary>
    public bool Has(UInt128 author) => nameOf.ContainsKey(author);

    /// <summary>The number of the account under whose author key a mention stands.</summary>
    public int NumberOf(UInt128 author) => nameOf.TryGetValue(author, out var name) ? numbers[name] : Names.Count - 1;
}
