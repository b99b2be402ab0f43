using System.Globalization;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using NodaTime.Text;

namespace Campaigns.Results.Reported;

/// <summary>Shows how the followers of the campaign's accounts grew: those of the plan, and others that somebody entered.</summary>
internal static class AccountsWriter
{
    public static IReadOnlyList<AccountResponse> Write(Campaign campaign, IEnumerable<Entry> entered, Figures figures, DateTimeOffset now)
    {
        var series = entered.Where(entry => entry.Kind == EntryKind.Figure && entry.Name == FigureName.Followers.Value && entry.Side.IsPlain)
            .GroupBy(entry => entry.Series).Select(one => (one.First().Side, Entries: (IEnumerable<Entry>)one)).ToList();
        var silent = campaign.Accounts
            .Where(account => !series.Any(one => one.Side.Channel == account.Channel.Name && account.Account.Is(one.Side.Account)))
            .Select(account => (Side: new FigureSide(account.Channel.Name, account.Account.Value, null), Entries: Enumerable.Empty<Entry>()));
        return
        [
            .. series.Concat(silent)
                .OrderBy(one => one.Side.Channel, StringComparer.Ordinal)
                .ThenBy(one => one.Side.Account, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.Side.Scope, StringComparer.Ordinal)
                .Select((one, index) => Of(campaign, string.Create(CultureInfo.InvariantCulture, $"/accounts/{index}"), one.Side, one.Entries, figures, now)),
        ];
    }

    private static AccountResponse Of(Campaign campaign, string pointer, FigureSide side, IEnumerable<Entry> entries, Figures figures, DateTimeOffset now)
    {
        var grown = FollowerGrowth.Of(entries, campaign, now);
        var (first, last) = (grown.Baseline, grown.Latest ?? grown.Baseline);
        // Until the campaign is closed somebody may still enter a count, of an earlier day too.
        var whyNull = campaign.ClosedAt is null ? FigureStatus.NotYet : FigureStatus.NotOffered;
        var (from, to) = (AsOf(first), AsOf(last));
        return new AccountResponse(
            side.Channel!, side.Account!, side.Scope,
            Day(first),
            figures.Entered($"{pointer}/baseline", ReportedDefinitions.Followers, first?.Content.Value, from, whyNull),
            Day(last),
            figures.Entered($"{pointer}/followers", ReportedDefinitions.Followers, last?.Content.Value, to, whyNull),
            figures.Entered($"{pointer}/growth", ReportedDefinitions.FollowerGrowth, grown.Growth, to, whyNull, grown.Coverage),
            figures.Entered(
                $"{pointer}/growthPercent", ReportedDefinitions.FollowerGrowthPercent, grown.Percent, to,
                grown.Growth is null ? whyNull : FigureStatus.NotOffered, grown.Coverage));

        // That nobody entered anything is as old as the plan: of the time of asking, results would never be the same twice.
        DateTimeOffset AsOf(Entry? entry) => entry is null ? campaign.ClosedAt ?? campaign.UpdatedAt : EntryDates.AsOf(entry, campaign);
        static string? Day(Entry? entry) => entry is null ? null : LocalDatePattern.Iso.Format(entry.Date);
    }
}
