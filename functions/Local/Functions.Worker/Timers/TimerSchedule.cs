using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NCrontab;

namespace Campaigns.Local.Functions.Worker.Timers;

/// <summary>When a timer runs, in UTC: a cron expression of six fields (or five, without seconds), or an interval such as <c>01:00:00</c>.</summary>
internal sealed class TimerSchedule
{
    /// <summary>The shortest time between two runs.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    private static readonly DateTimeOffset Millennium = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CrontabSchedule? cron;
    private readonly TimeSpan interval;

    private TimerSchedule(string text, CrontabSchedule cron) => (Text, this.cron) = (text, cron);

    private TimerSchedule(string text, TimeSpan interval) => (Text, this.interval) = (text, interval);

    public string Text { get; }

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">A cron expression or an interval.</param>
    /// <param name="schedule">The schedule, where it can be read and never runs twice within a minute.</param>
    /// <param name="rule">What is wrong otherwise.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimerSchedule? schedule, [NotNullWhen(false)] out string? rule)
    {
        schedule = Parse(text);
        rule = schedule is null ? "is neither a cron expression of six fields ({second} {minute} {hour} {day} {month} {weekday}) nor an interval (hh:mm:ss)"
            : schedule.NeverRuns() ? "names a day that never comes"
            : schedule.RunsTooOften() ? "would run more than once a minute"
            : null;
        return rule is null;
    }

    /// <summary>The first occurrence after a time.</summary>
    public DateTimeOffset Next(DateTimeOffset after) => cron is null
        ? after + interval
        : new DateTimeOffset(DateTime.SpecifyKind(cron.GetNextOccurrence(after.UtcDateTime), DateTimeKind.Utc));

    private static TimerSchedule? Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero ? new TimerSchedule(text, interval) : null;
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var cron = fields is 5 or 6
            ? CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 })
            : null;
        return cron is null ? null : new TimerSchedule(text, cron);
    }

    private bool NeverRuns() => Next(Millennium).UtcDateTime == DateTime.MaxValue;

    // The seconds of a cron expression repeat in every minute that it runs in: a few occurrences show the shortest gap.
    private bool RunsTooOften()
    {
        var last = Next(Millennium);
        for (var i = 0; i < 10; i++)
        {
            var next = Next(last);
            if (next - last < Shortest)
            {
                return true;
            }

            last = next;
        }

        return false;
    }
}
