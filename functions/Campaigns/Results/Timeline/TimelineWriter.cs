using Campaigns.Planning;
using Campaigns.Results.RollUps;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Timeline;

/// <summary>Makes a timeline from a campaign's days. A local day has 23 or 25 hours where the clocks change.</summary>
internal static class TimelineWriter
{
    public static IReadOnlyList<TimelineRow> Days(Campaign campaign, IReadOnlyList<DayTotals> days)
    {
        var rows = new List<TimelineRow>();
        var counted = days.ToDictionary(day => LocalDatePattern.Iso.Parse(day.Day).Value, day => day.Totals);
        if (counted.Count > 0)
        {
            var last = counted.Keys.Max();
            for (var day = counted.Keys.Min(); day <= last; day = day.PlusDays(1))
            {
                rows.Add(Row(campaign, counted.GetValueOrDefault(day), StartOf(day), StartOf(day.PlusDays(1))));
            }
        }

        return rows;

        Instant StartOf(LocalDate day) => campaign.TimeZone.AtStartOfDay(day).ToInstant();
    }

    public static IReadOnlyList<TimelineRow> Hours(Campaign campaign, IReadOnlyList<DayTotals> days)
    {
        var rows = new List<TimelineRow>();
        var counted = days.SelectMany(day => day.Hours).ToDictionary(hour => hour.Hour, hour => hour.Totals);
        if (counted.Count > 0)
        {
            var last = counted.Keys.Max();
            for (var hour = counted.Keys.Min(); hour <= last; hour++)
            {
                var row = Row(campaign, counted.GetValueOrDefault(hour), Instant.FromUnixTimeSeconds(hour * 3600), Instant.FromUnixTimeSeconds((hour + 1) * 3600));
                rows.Add(row.Mentions == 0 ? row : WithoutPeople(row));
            }
        }

        return rows;
    }

    /// <summary>Figures about people leave by day or coarser: at four in the morning an hour's reach is one person's follower count.</summary>
    private static TimelineRow WithoutPeople(TimelineRow row) => row with { Contributors = null, PotentialReach = null, PotentialImpressions = null };

    private static TimelineRow Row(Campaign campaign, Totals? totals, Instant from, Instant to)
    {
        var uses = campaign.Hashtags.ToDictionary(tag => tag.Tag.Folded, tag => (long?)(totals?.UsesOf(tag) ?? 0));
        return new TimelineRow(
            LocalTimes.Of(from, campaign.TimeZone),
            LocalTimes.Of(to, campaign.TimeZone),
            totals?.Mentions ?? 0,
            new UsesResponse(uses.Values.Sum(), uses),
            totals is null ? 0 : totals.Authors?.Contributors,
            totals is null ? 0 : totals.Authors?.Reach.Value,
            totals is null ? 0 : totals.Impressions.Value,
            null);
    }
}
