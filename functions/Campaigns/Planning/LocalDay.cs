using System.Globalization;
using NodaTime;

namespace Campaigns.Planning;

/// <summary>Days by the calendar of a zone, as <c>yyyy-MM-dd</c>.</summary>
internal static class LocalDay
{
    public static string Of(DateTimeZone zone, Instant at) => at.InZone(zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in which an hour, counted since 1970, begins.</summary>
    public static string OfHour(DateTimeZone zone, long hour) => Of(zone, Instant.FromUnixTimeSeconds(hour * 3600));
}
