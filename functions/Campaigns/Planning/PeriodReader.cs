using Campaigns.Http;
using NodaTime;

namespace Campaigns.Planning;

/// <summary>Reads from when to when a campaign runs: local dates, both inclusive, in an IANA time zone.</summary>
public static class PeriodReader
{
    /// <summary>The longest campaign, in days.</summary>
    public const int LongestDays = 3 * 366;

    /// <summary>The first year that a campaign or its content may be in: before all of its platforms.</summary>
    public const int EarliestYear = 2000;

    /// <summary>The last year.</summary>
    public const int LatestYear = 2199;

    /// <summary>Reads <c>start</c>, <c>end</c> and <c>timeZone</c>.</summary>
    /// <param name="fields">The campaign document.</param>
    /// <returns>What could be read; null for what could not.</returns>
    public static (LocalDate? Start, LocalDate? End, DateTimeZone? Zone) Read(Fields fields)
    {
        var start = fields.Date("start", required: true);
        var end = fields.Date("end", required: true);
        var zone = Zone(fields);
        if (start is not { } first || end is not { } last)
        {
            return (start, end, zone);
        }

        if (first.Year < EarliestYear || last.Year > LatestYear)
        {
            fields.Faults.Add(
                fields.PathOf(first.Year < EarliestYear ? "start" : "end"),
                $"{(first.Year < EarliestYear ? first : last):uuuu-MM-dd}",
                $"must be from {EarliestYear} to {LatestYear}");
        }
        else if (last < first)
        {
            fields.Faults.Add(fields.PathOf("end"), last.ToString("uuuu-MM-dd", null), "must not be before start");
        }
        else if (Period.DaysBetween(first, last) >= LongestDays)
        {
            fields.Faults.Add(fields.PathOf("end"), last.ToString("uuuu-MM-dd", null), $"must be within {LongestDays} days of start");
        }
        else if (zone is not null)
        {
            RequireWholeHours(fields, zone, first, last);
        }

        return (start, end, zone);
    }

    private static DateTimeZone? Zone(Fields fields)
    {
        if (fields.Text("timeZone", required: true, max: 100) is not { } id)
        {
            return null;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone)
        {
            return zone;
        }

        fields.Faults.Add(fields.PathOf("timeZone"), id, "must be an IANA time zone such as Europe/London");
        return null;
    }

    /// <summary>Counting is by UTC hour; in a zone that is off by half an hour, an hour would lie in two local days.</summary>
    private static void RequireWholeHours(Fields fields, DateTimeZone zone, LocalDate first, LocalDate last)
    {
        var campaign = new Interval(zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(last.PlusDays(1)).ToInstant());
        if (zone.GetZoneIntervals(campaign).FirstOrDefault(part => part.WallOffset.Seconds % 3600 != 0) is { } odd)
        {
            fields.Faults.Add(
                fields.PathOf("timeZone"),
                zone.Id,
                $"has the offset {odd.WallOffset} during the campaign: only zones with whole-hour offsets can be counted by hour");
        }
    }
}
