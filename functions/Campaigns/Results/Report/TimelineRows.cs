using Campaigns.Planning;
using Campaigns.Results.RollUps;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Report;

/// <summary>Makes rows of days: as many as a chart can show side by side. Mentions and uses of days add up.</summary>
internal static class TimelineRows
{
    private const int MostRows = 92;
    private const int Week = 7;
    private const int FourWeeks = 28;

    /// <summary>The campaign so far, from its first day.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="days">Its days that have mentions; null before anything was counted.</param>
    /// <param name="now">The time.</param>
    public static ReportTimeline Of(Campaign campaign, IReadOnlyList<DayTotals>? days, DateTimeOffset now)
    {
        if (days is null)
        {
            return new ReportTimeline(1, []);
        }

        var counted = days.ToDictionary(day => LocalDatePattern.Iso.Parse(day.Day).Value, day => day.Totals);
        LocalDate[] known = [.. counted.Keys.Order()];
        var (first, end) = (DayOf(campaign.StartsAt), DayOf(campaign.EndsAt - Duration.Epsilon));
        var last = LocalDate.Min(end, DayOf(Instant.FromDateTimeOffset(now)));
        if (known.Length > 0)
        {
            // The plan may have become shorter since the last roll-up.
            (first, last) = (LocalDate.Min(first, known[0]), LocalDate.Max(last, known[^1]));
        }

        var step = (Period.DaysBetween(first, last) + 1) switch { <= MostRows => 1, <= MostRows * Week => Week, _ => FourWeeks };
        var rows = new List<ReportTimelineRow>();
        for (var from = first; from <= last; from = from.PlusDays(step))
        {
            var to = LocalDate.Min(from.PlusDays(step - 1), last);
            var (mentions, uses) = (0L, 0L);
            for (var day = from; day <= to; day = day.PlusDays(1))
            {
                if (counted.TryGetValue(day, out var totals))
                {
                    (mentions, uses) = (mentions + totals.Mentions, uses + campaign.Hashtags.Sum(tag => totals.UsesOf(tag)));
                }
            }

            rows.Add(new ReportTimelineRow(from.ToDateOnly(), to.ToDateOnly(), mentions, uses));
        }

        return new ReportTimeline(step, rows);

        LocalDate DayOf(Instant moment) => moment.InZone(campaign.TimeZone).Date;
    }
}
