using System.Globalization;
using Campaigns.Local.Functions.Worker.Timers;

namespace Local.Tests.Functions.Worker.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 * * * * *", "10:01:00")]
    [InlineData("30 */5 * * * *", "10:00:30")]
    [InlineData("*/15 * * * *", "10:15:00")]
    [InlineData("0 0 3 * * *", "1.03:00:00")]
    [InlineData("01:30:00", "11:30:10")]
    public void The_next_occurrence_is_reckoned_in_UTC(string text, string next)
    {
        Assert.True(TimerSchedule.TryParse(text, out var schedule, out _));
        var day = new DateTimeOffset(2026, 3, 29, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(day + TimeSpan.Parse(next, CultureInfo.InvariantCulture), schedule.Next(day + new TimeSpan(10, 0, 10)));
    }

    [Theory]
    [InlineData("*/30 * * * * *")]
    [InlineData("0,59 0 0 1 1 *")]
    [InlineData("00:00:59")]
    public void A_schedule_that_runs_more_than_once_a_minute_is_refused(string text)
    {
        Assert.False(TimerSchedule.TryParse(text, out _, out var rule));
        Assert.Equal("would run more than once a minute", rule);
    }

    [Fact]
    public void A_schedule_for_a_day_that_never_comes_is_refused()
    {
        Assert.False(TimerSchedule.TryParse("0 0 0 30 2 *", out _, out var rule));
        Assert.Equal("names a day that never comes", rule);
    }

    [Theory]
    [InlineData("hourly")]
    [InlineData("* * * *")]
    [InlineData("0 61 * * * *")]
    [InlineData("-01:00:00")]
    public void What_is_no_schedule_is_refused(string text)
    {
        Assert.False(TimerSchedule.TryParse(text, out _, out var rule));
        Assert.Contains("six fields", rule, StringComparison.Ordinal);
    }
}
