using System.Globalization;
using NodaTime;

namespace Campaigns.Results.Report;

/// <summary>How the report writes numbers, days and lists: as English readers do, wherever the engine runs.</summary>
internal static class ShownNumbers
{
    public static string Number(decimal value) => value == 0 || Math.Abs(value) >= 1
        ? value.ToString("#,0.##", CultureInfo.InvariantCulture)
        : Math.Abs(value) < 0.0001m ? "less than 0.0001" : value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("#,0.#", CultureInfo.InvariantCulture) + "%";

    public static string Count(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    public static string Period(DateOnly from, DateOnly to) => from == to ? Day(from)
        : from.Year == to.Year && from.Month == to.Month ? $"{from.Day.ToString(CultureInfo.InvariantCulture)} to {Day(to)}"
        : from.Year == to.Year ? $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)} to {Day(to)}"
        : $"{Day(from)} to {Day(to)}";

    public static string Moment(DateTimeOffset moment) => moment.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)
        + (moment.Offset == TimeSpan.Zero ? " UTC" : moment.ToString(" 'UTC'zzz", CultureInfo.InvariantCulture));

    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}",
    };

    public static DateOnly DayOf(Instant moment, DateTimeZone zone) => moment.InZone(zone).Date.ToDateOnly();
}
