using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;
using Campaigns.Results.Windows;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Timeline;

/// <summary>Makes a timeline from a campaign's days. A local day has 23 or 25 hours where the clocks change.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="coverage">Which part of each hour was searched.</param>
internal sealed class TimelineWriter(Campaign campaign, CoverageHours coverage)
{
    private static readonly string[] People = ["contributors", "potentialReach", "potentialImpressions"];
    private static readonly AuthorTotals Nobody = new(0, 0, 0, default);

    public TimelineResponse Days(Summary? summary, IReadOnlyList<DayTotals> days, SentimentSums texts)
    {
        var rows = new List<(TimelineRow Row, AuthorTotals? Authors)>();
        var counted = days.ToDictionary(day => LocalDatePattern.Iso.Parse(day.Day).Value, day => day.Totals);
        if (counted.Count > 0)
        {
            var last = counted.Keys.Max();
            for (var day = counted.Keys.Min(); day <= last; day = day.PlusDays(1))
            {
                rows.Add((Row(counted.GetValueOrDefault(day), StartOf(day), StartOf(day.PlusDays(1))), counted.GetValueOrDefault(day)?.Authors));
            }
        }

        var shown = SentimentRows.Fill(Shown(rows, summary?.Totals.Authors), texts, days, campaign.SuppressBelow);
        return new TimelineResponse("day", campaign.TimeZone.Id, summary?.AsOf, FigureStatus.Value, FigureStatus.Value, shown, new TimelineUnions(
            UnionInterval.Of(shown.Select(row => row.Contributors)), UnionInterval.Of(shown.Select(row => row.PotentialReach))));

        Instant StartOf(LocalDate day) => campaign.TimeZone.AtStartOfDay(day).ToInstant();
    }

    public TimelineResponse Hours(DateTimeOffset? asOf, IReadOnlyList<DayTotals> days)
    {
        var rows = new List<TimelineRow>();
        var counted = days.SelectMany(day => day.Hours).ToDictionary(hour => hour.Hour, hour => hour.Totals);
        if (counted.Count > 0)
        {
            var last = counted.Keys.Max();
            for (var hour = counted.Keys.Min(); hour <= last; hour++)
            {
                var row = Row(counted.GetValueOrDefault(hour), Instant.FromUnixTimeSeconds(hour * 3600), Instant.FromUnixTimeSeconds((hour + 1) * 3600));
                // Figures about people leave by day or coarser: at four in the morning an hour's reach is one person's follower count.
                rows.Add(row.Mentions == 0 ? row : Without(row, [true, true, true]));
            }
        }

        return new TimelineResponse("hour", campaign.TimeZone.Id, asOf, FigureStatus.Suppressed, FigureStatus.Suppressed, rows, null);
    }

    /// <summary>The days without what would tell of few people; impressions add up, so that a single day could be told from the whole.</summary>
    private List<TimelineRow> Shown(List<(TimelineRow Row, AuthorTotals? Authors)> rows, AuthorTotals? whole)
    {
        var few = new PeopleDisclosure([.. rows.Select(row => row.Authors ?? Nobody)], whole, campaign.SuppressBelow);
        return [.. rows.Select((row, day) => Without(row.Row, [few.Contributors[day], few.Reach[day], few.Impressions[day]]))];
    }

    private static TimelineRow Without(TimelineRow row, bool[] hidden) => row with
    {
        Contributors = hidden[0] ? null : row.Contributors,
        PotentialReach = hidden[1] ? null : row.PotentialReach,
        PotentialImpressions = hidden[2] ? null : row.PotentialImpressions,
        Suppressed = [.. People.Where((_, figure) => hidden[figure])],
    };

    private TimelineRow Row(Totals? totals, Instant from, Instant to)
    {
        var uses = campaign.Hashtags.ToDictionary(tag => tag.Tag.Folded, tag => (long?)(totals?.UsesOf(tag) ?? 0));
        // Where no mention told its author, nobody knows how many people there were: that is not zero.
        var authors = totals is null || WindowPeople.IsUnknown(totals) ? null : totals.Authors;
        return new TimelineRow(
            LocalTimes.Of(from, campaign.TimeZone),
            LocalTimes.Of(to, campaign.TimeZone),
            totals?.Mentions ?? 0,
            new UsesResponse(uses.Values.Sum(), uses),
            totals is null ? 0 : authors?.Contributors,
            totals is null ? 0 : authors?.Reach.Value,
            totals is null ? 0 : authors is null ? null : totals.Impressions.Value,
            null,
            coverage.Between(from, to),
            coverage.Channels.ToDictionary(channel => channel, channel => coverage.Between(channel, from, to)),
            []);
    }
}
