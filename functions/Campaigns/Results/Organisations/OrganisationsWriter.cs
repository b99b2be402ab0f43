using System.Globalization;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Organisations;

/// <summary>Shows what organisations and areas did, where the plan says whose accounts are whose.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="summary">What its accounts said; null before the first roll-up.</param>
/// <param name="accounts">How its accounts grew.</param>
/// <param name="deliveries">What they published.</param>
/// <param name="entered">What people entered.</param>
/// <param name="figures">Takes what each number is worth.</param>
internal sealed class OrganisationsWriter(
    Campaign campaign, Summary? summary, IReadOnlyList<AccountResponse> accounts, IReadOnlyList<Delivery> deliveries, IReadOnlyList<Entry> entered, Figures figures)
{
    private const string OwnTogether = "Mentions by the campaign's own accounts were counted together, not by account.";

    // When the last of what they tell came about: of the time of asking, results would never be the same twice.
    private readonly DateTimeOffset asOf = campaign.ClosedAt
        ?? entered.Select(entry => entry.UpdatedAt).Concat(deliveries.Select(delivery => delivery.PublishedAt).OfType<DateTimeOffset>()).Append(campaign.UpdatedAt).Max();

    private readonly Entry[] adding = [.. ReportedWriter.Latest(entered.Where(entry => entry.Side is { IsPlain: true, Account: not null } && entry.Content.Adds))];

    private IEnumerable<CampaignAccount> Owned => campaign.Accounts.Where(account => account.Organisation is not null);

    public IReadOnlyList<OrganisationResponse> Organisations() =>
    [
        .. Owned.GroupBy(account => KeyOf(account.Organisation!), StringComparer.OrdinalIgnoreCase).OrderBy(one => one.First().Organisation!.Name, StringComparer.OrdinalIgnoreCase)
            .Select((one, index) => new OrganisationResponse(
                one.First().Organisation!.Name, one.First().Organisation!.Ods, one.Select(account => account.Organisation!.Area).FirstOrDefault(area => area is not null),
                Part($"/byOrganisation/{index.ToString(CultureInfo.InvariantCulture)}", [.. one]))),
    ];

    public IReadOnlyList<AreaResponse> Areas() =>
    [
        .. Owned.Where(account => account.Organisation!.Area is not null).GroupBy(account => account.Organisation!.Area!, StringComparer.OrdinalIgnoreCase)
            .OrderBy(area => area.Key, StringComparer.OrdinalIgnoreCase)
            .Select((area, index) => new AreaResponse(
                area.Key, [.. area.Select(account => account.Organisation!.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)],
                Part($"/byArea/{index.ToString(CultureInfo.InvariantCulture)}", [.. area]))),
    ];

    /// <summary>Two organisations of one name are told apart by their codes.</summary>
    internal static string KeyOf(AccountOrganisation organisation) => organisation.Ods is { } ods ? $"ods:{ods}" : $"name:{organisation.Name.Trim()}";

    private AccountsPartResponse Part(string pointer, IReadOnlyList<CampaignAccount> own)
    {
        decimal?[] growth = [.. own.SelectMany(account => Whole([.. accounts.Where(one => IsOf(account, one.Channel, one.Account))], static one => one.Scope)).Select(one => one.Growth)];
        var added = own.SelectMany(account => adding.Where(entry => IsOf(account, entry.Side.Channel!, entry.Side.Account!)).GroupBy(entry => entry.Name, StringComparer.Ordinal))
            .SelectMany(same => Whole([.. same], static entry => entry.Side.Scope));
        OwnUse? said = summary?.Own is { } known ? own.Select(account => known.GetValueOrDefault(OwnAccounts.NameOf(account))).Aggregate(static (sum, next) => sum.Plus(next)) : null;
        return new AccountsPartResponse(
            figures.Entered<long>($"{pointer}/accounts", OrganisationDefinitions.Accounts, own.Count, LocalTimes.Of(campaign.UpdatedAt, campaign.TimeZone)),
            Said($"{pointer}/mentions", OrganisationDefinitions.Mentions, said?.Mentions),
            Said($"{pointer}/uses", OrganisationDefinitions.Uses, said?.Uses),
            figures.Entered<long>(
                $"{pointer}/postsPublished", OrganisationDefinitions.PostsPublished,
                deliveries.Count(delivery => delivery.State == DeliveryState.Published && own.Any(account => account.Channel == delivery.Channel && account.Account.Is(delivery.Account.Value))), asOf),
            figures.Entered(
                $"{pointer}/followersGained", OrganisationDefinitions.FollowersGained, growth.Any(known => known is not null) ? growth.Sum() : null, asOf,
                campaign.ClosedAt is null ? FigureStatus.NotYet : FigureStatus.NotOffered),
            figures.Entered<long>($"{pointer}/followersGainedUnknown", OrganisationDefinitions.FollowersGainedUnknown, growth.Count(known => known is null), asOf),
            added.OrderBy(entry => entry.Name, StringComparer.Ordinal).GroupBy(entry => entry.Name, StringComparer.Ordinal).ToDictionary(
                name => name.Key,
                name => figures.Entered(
                    $"{pointer}/entered/{name.Key}", OrganisationDefinitions.Entered, Sum(name), name.Max(entry => EntryDates.AsOf(entry, campaign))),
                StringComparer.Ordinal));
    }

    /// <summary>Notes what accounts said, and beside it how much more the campaign's own accounts said of which nobody knows which of them did.</summary>
    private long? Said(string pointer, MetricDefinition definition, long? value)
    {
        figures.Counted(pointer, definition, value);
        if (summary is { Own: null })
        {
            figures.Put(pointer, figures.All[pointer] with { Status = campaign.SealedAt is null ? FigureStatus.NotYet : FigureStatus.NotOffered, Why = OwnTogether });
        }
        else if (summary?.Own?.GetValueOrDefault(OwnAccounts.Others).Mentions is > 0 and var others)
        {
            figures.Put(pointer, figures.All[pointer] with
            {
                Why = string.Create(CultureInfo.InvariantCulture, $"Mentions by own accounts that are nobody's here: {others}. They are of accounts that the plan lists no longer, or were taken in before accounts were told apart."),
            });
        }

        return value;
    }

    /// <summary>A scope is a part of an account: where something is said of the account as a whole, its parts are not added to that once more.</summary>
    private static IEnumerable<T> Whole<T>(IReadOnlyList<T> ofAccount, Func<T, string?> scope) =>
        ofAccount.Any(one => scope(one) is null) ? ofAccount.Where(one => scope(one) is null) : ofAccount;

    private static bool IsOf(CampaignAccount own, string channel, string account) => own.Channel.Name == channel && own.Account.Is(account);

    /// <summary>One unknown part makes the sum unknown, in whatever unit.</summary>
    private static decimal? Sum(IEnumerable<Entry> entries) =>
        entries.Select(entry => entry.Content.Unit).Distinct().Count() > 1 || entries.Any(entry => entry.Content.Value is null) ? null : entries.Sum(entry => entry.Content.Value);
}
