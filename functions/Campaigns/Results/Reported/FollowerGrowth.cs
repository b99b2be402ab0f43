using Campaigns.Planning;
using NodaTime;

namespace Campaigns.Results.Reported;

/// <summary>How followers grew over a campaign, as far as dated counts tell.</summary>
/// <param name="Baseline">Where it began; null where nothing is known.</param>
/// <param name="Latest">Where it came to; null where only one count is known.</param>
/// <param name="Coverage">Which part of the campaign so far lies between the two; null before its second day.</param>
internal sealed record FollowerGrowth(Entry? Baseline, Entry? Latest, double? Coverage)
{
    /// <summary>How many more.</summary>
    public decimal? Growth => Latest?.Content.Value - Baseline?.Content.Value;

    /// <summary>In percent; undefined where there was nobody, or nobody knows.</summary>
    public double? Percent => Baseline?.Content.Value is > 0 and var from && Growth is { } growth ? (double)(growth / from * 100) : null;

    /// <summary>
    /// The growth of one series. The campaign's growth begins on or before its first day; an account that was first counted later shows what it grew
    /// since, and for how much of the campaign that holds. What was counted after the last day is not the campaign's.
    /// </summary>
    public static FollowerGrowth Of(IEnumerable<Entry> series, LocalDate start, LocalDate end, LocalDate today)
    {
        var known = series.Where(entry => entry.Content.Value is not null && entry.Date <= end).OrderBy(entry => entry.Date).ToArray();
        var baseline = known.LastOrDefault(entry => entry.Date <= start) ?? known.FirstOrDefault();
        var latest = known.LastOrDefault() is { } last && last != baseline ? last : null;
        var soFar = Period.DaysBetween(start, LocalDate.Min(today, end));
        return new FollowerGrowth(baseline, latest, soFar <= 0 ? null : latest is null ? 0 : Math.Clamp(
            (double)Period.DaysBetween(LocalDate.Max(baseline!.Date, start), latest.Date) / soFar, 0, 1));
    }

    /// <summary>The growth of one series over a campaign.</summary>
    public static FollowerGrowth Of(IEnumerable<Entry> series, Campaign campaign, DateTimeOffset now) => Of(
        series, EntryDates.DayOf(campaign.StartsAt, campaign), EntryDates.DayOf(campaign.EndsAt - Duration.Epsilon, campaign), EntryDates.DayOf(now, campaign));
}
