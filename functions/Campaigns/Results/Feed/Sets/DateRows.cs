using System.Globalization;
using System.Runtime.CompilerServices;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results.Reported;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace Campaigns.Results.Feed.Sets;

/// <summary>
/// The days of whole years, from the one before the first campaign begins to the one after the last one ends: baselines lie before, and calendars of reports want whole
/// years. What somebody entered, planned to publish or has as an objective may lie further away, and has its day here too.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">For when their posts were planned.</param>
/// <param name="entries">The days for which somebody entered something.</param>
internal sealed class DateRows(FeedCampaigns campaigns, PostTable posts, EntryTable entries) : FeedSet("Dates", "Date",
[
    FeedColumn.Text("dateKey"), FeedColumn.Day("date"), FeedColumn.Small("year"), FeedColumn.Small("quarter"), FeedColumn.Small("month"), FeedColumn.Text("monthName"),
    FeedColumn.Small("day"), FeedColumn.Small("isoYear"), FeedColumn.Small("isoWeek"), FeedColumn.Small("dayOfWeek"), FeedColumn.Text("dayName"), FeedColumn.Flag("isWeekend"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var years = new SortedSet<int>();
        await foreach (var campaign in campaigns.ListAsync(scope with { After = null, Bounds = FeedBounds.None }, cancellationToken))
        {
            var (planned, entered) = (posts.PlannedAtAsync(Ledger.Of(campaign), cancellationToken), entries.DaysAsync(campaign, cancellationToken));
            years.UnionWith([YearOf(campaign.StartsAt, campaign) - 1, YearOf(campaign.EndsAt - Duration.Epsilon, campaign) + 1]);
            years.UnionWith(campaign.Objectives.Select(objective => objective.By.Year));
            years.UnionWith((await planned).Select(moment => YearOf(FeedTime.HourOf(moment), campaign)));
            years.UnionWith((await entered).Select(day => day.Year));
        }

        foreach (var year in Enumerable.Range(years.Min, years.Count == 0 ? 0 : years.Max - years.Min + 1))
        {
            for (var number = 0; number < CalendarSystem.Iso.GetDaysInYear(year); number++)
            {
                yield return Row(new LocalDate(year, 1, 1).PlusDays(number));
            }
        }
    }

    private static int YearOf(Instant moment, Campaign campaign) => moment.InZone(campaign.TimeZone).Year;

    private static object?[] Row(LocalDate day) =>
    [
        LocalDatePattern.Iso.Format(day), FeedTime.Date(day), day.Year, ((day.Month - 1) / 3) + 1, day.Month, CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month),
        day.Day, WeekYearRules.Iso.GetWeekYear(day), WeekYearRules.Iso.GetWeekOfWeekYear(day), (int)day.DayOfWeek, day.DayOfWeek.ToString(), day.DayOfWeek >= IsoDayOfWeek.Saturday,
    ];
}
