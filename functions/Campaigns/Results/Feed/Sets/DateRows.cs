using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The days of whole years, from the one before the first campaign begins to the one after the last one ends: baselines lie before, and calendars of reports want whole years.</summary>
/// <param name="campaigns">The campaigns.</param>
internal sealed class DateRows(FeedCampaigns campaigns) : FeedSet("Dates", "Date",
[
    FeedColumn.Text("dateKey"), FeedColumn.Day("date"), FeedColumn.Small("year"), FeedColumn.Small("quarter"), FeedColumn.Small("month"), FeedColumn.Text("monthName"),
    FeedColumn.Small("day"), FeedColumn.Small("isoYear"), FeedColumn.Small("isoWeek"), FeedColumn.Small("dayOfWeek"), FeedColumn.Text("dayName"), FeedColumn.Flag("isWeekend"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LocalDate? first = null, last = null;
        await foreach (var campaign in campaigns.ListAsync(scope with { After = null, Bounds = FeedBounds.None }, cancellationToken))
        {
            var (start, end) = (campaign.StartsAt.InZone(campaign.TimeZone).Date, (campaign.EndsAt - Duration.Epsilon).InZone(campaign.TimeZone).Date);
            (first, last) = (first is { } known && known < start ? known : start, last is { } later && later > end ? later : end);
        }

        for (var day = first is { } one ? new LocalDate(one.Year - 1, 1, 1) : LocalDate.MaxIsoValue; day.Year <= last?.Year + 1; day = day.PlusDays(1))
        {
            yield return Row(day);
        }
    }

    private static object?[] Row(LocalDate day) =>
    [
        LocalDatePattern.Iso.Format(day), FeedTime.Date(day), day.Year, ((day.Month - 1) / 3) + 1, day.Month, CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month),
        day.Day, WeekYearRules.Iso.GetWeekYear(day), WeekYearRules.Iso.GetWeekOfWeekYear(day), (int)day.DayOfWeek, day.DayOfWeek.ToString(), day.DayOfWeek >= IsoDayOfWeek.Saturday,
    ];
}
