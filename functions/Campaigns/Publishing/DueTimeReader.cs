using Campaigns.Http;
using Campaigns.Planning;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Campaigns.Publishing;

/// <summary>Reads a time: with an offset as the moment that it names, without one on the clocks of the campaign's zone.</summary>
internal static class DueTimeReader
{
    private static readonly OffsetDateTimePattern[] WithOffset =
        [OffsetDateTimePattern.ExtendedIso, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>")];

    private static readonly LocalDateTimePattern[] WithoutOffset =
        [LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm")];

    /// <summary>Reads a field to the second, told in the zone.</summary>
    /// <param name="fields">The document.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="zone">The campaign's zone.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    public static DateTimeOffset? Read(Fields fields, string name, DateTimeZone zone, bool required = false)
    {
        if (fields.Text(name, required, max: 50) is not { } text)
        {
            return null;
        }

        var (moment, read) = (First(WithOffset, text), First(WithoutOffset, text));
        if ((moment?.Year ?? read?.Year) is < PeriodReader.EarliestYear or > PeriodReader.LatestYear)
        {
            fields.Faults.Add(fields.PathOf(name), text, $"must be from {PeriodReader.EarliestYear} to {PeriodReader.LatestYear}");
            return null;
        }

        if (moment is { } named)
        {
            return Told(named.ToInstant(), zone);
        }

        if (read is not { } local)
        {
            fields.Faults.Add(fields.PathOf(name), text, "must be a time such as 2015-06-05T09:00:00+01:00, or 2015-06-05T09:00:00 on the clocks of the campaign's time zone");
            return null;
        }

        var mapping = zone.MapLocal(local);
        if (mapping.Count == 1)
        {
            return Told(mapping.Single().ToInstant(), zone);
        }

        fields.Faults.Add(fields.PathOf(name), text, Choice(mapping, local));
        return null;
    }

    /// <summary>The two moments that a clock change makes of one time, for the caller to choose between.</summary>
    private static string Choice(ZoneLocalMapping mapping, LocalDateTime local)
    {
        var (before, after) = (Written(local, mapping.EarlyInterval.WallOffset), Written(local, mapping.LateInterval.WallOffset));
        return mapping.Count == 0
            ? $"does not exist in {mapping.Zone.Id}: the clocks go forward over it; send {before} or {after}"
            : $"comes twice in {mapping.Zone.Id}: the clocks go back over it; send {before} for the first time or {after} for the second";
    }

    private static string Written(LocalDateTime local, Offset offset) => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>").Format(local.WithOffset(offset));

    private static DateTimeOffset Told(Instant moment, DateTimeZone zone) =>
        Instant.FromUnixTimeSeconds(moment.ToUnixTimeSeconds()).InZone(zone).ToDateTimeOffset();

    private static OffsetDateTime? First(IEnumerable<OffsetDateTimePattern> patterns, string text) =>
        patterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)?.Value;

    private static LocalDateTime? First(IEnumerable<LocalDateTimePattern> patterns, string text) =>
        patterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)?.Value;
}
