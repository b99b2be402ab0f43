using Microsoft.OData.Edm;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Feed;

/// <summary>Moments as columns: the hour in UTC, and the day and hour of it in the campaign's time zone.</summary>
internal static class FeedTime
{
    private static readonly long Step = TimeSpan.FromMinutes(15).Ticks;

    /// <summary>The columns of a fact of an hour.</summary>
    public static FeedColumn[] OfHour => [FeedColumn.Moment(FilterBounds.Hour), FeedColumn.Day("localDate"), FeedColumn.Small("localHour"), FeedColumn.Text("dateKey")];

    /// <summary>The columns of a fact of a day; its hour is the first one.</summary>
    public static FeedColumn[] OfDay => [FeedColumn.Moment(FilterBounds.Hour), FeedColumn.Day("localDate"), FeedColumn.Text("dateKey")];

    public static object?[] Hour(Instant hour, DateTimeZone zone)
    {
        var local = hour.InZone(zone);
        return [hour.ToDateTimeOffset(), Date(local.Date), local.Hour, LocalDatePattern.Iso.Format(local.Date)];
    }

    /// <summary>The hour in which a moment lies.</summary>
    public static Instant HourOf(DateTimeOffset moment) => Instant.FromUnixTimeSeconds(moment.ToUnixTimeSeconds() / 3600 * 3600);

    public static object?[] Day(LocalDate day, DateTimeZone zone) => [zone.AtStartOfDay(day).ToDateTimeOffset().ToUniversalTime(), Date(day), LocalDatePattern.Iso.Format(day)];

    public static Date Date(LocalDate day) => new(day.Year, day.Month, day.Day);

    /// <summary>
    /// The last quarter of an hour that began, up to an end: when what the clock alone moves may have changed. What is expected of an objective moves in such steps,
    /// and days of every time zone begin with one.
    /// </summary>
    public static DateTimeOffset Reached(DateTimeOffset now, Instant end)
    {
        var (reached, last) = (now.UtcTicks / Step * Step, (end.ToDateTimeOffset().UtcTicks + Step - 1) / Step * Step);
        return new DateTimeOffset(Math.Min(reached, last), TimeSpan.Zero);
    }

    public static DateTimeOffset Later(params ReadOnlySpan<DateTimeOffset?> moments)
    {
        var latest = DateTimeOffset.UnixEpoch;
        foreach (var moment in moments)
        {
            latest = moment > latest ? moment.Value : latest;
        }

        return latest.ToUniversalTime();
    }
}
