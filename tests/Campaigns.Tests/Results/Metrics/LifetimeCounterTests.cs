using Campaigns.Results.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results.Metrics;

public class LifetimeCounterTests
{
    [Fact]
    public void G8_a_total_that_is_read_twice_is_gained_once()
    {
        // Read as 100, 150 and 150: the post has gained 50 since it was first read. The snapshots sum to 400.
        Assert.Equal([50, 0], Gains(100, 150, 150));
        // A series of one total, given at its start and at its end, is no growth at all.
        Assert.Equal([0], Gains(1200, 1200));
    }

    [Fact]
    public void What_was_there_at_the_first_reading_is_nobodys_gain()
    {
        Assert.Empty(Gains(1000));
        Assert.Empty(Gains());
        Assert.Empty(Gains(null, 7, null));
    }

    [Fact]
    public void A_counter_that_fell_has_gained_nobody_knows_what_and_goes_on_from_there() =>
        Assert.Equal([20, null, 5], Gains(100, 120, 30, 35));

    [Fact]
    public void A_reading_that_failed_makes_the_span_longer()
    {
        var gains = LifetimeCounter.Gains(Series(10, null, null, 16, 17));

        Assert.Equal([new LifetimeGain(At(0), At(3), 6), new LifetimeGain(At(3), At(4), 1)], gains);
    }

    [Fact]
    public void The_order_of_readings_does_not_matter_and_of_two_at_one_moment_the_larger_counts() =>
        Assert.Equal(
            [new LifetimeGain(At(0), At(1), 5)],
            LifetimeCounter.Gains([new(At(1), 15), new(At(0), 10), new(At(1), 12), new(At(1).ToOffset(TimeSpan.FromHours(5)), 14)]));

    [Fact]
    public void Gains_add_up_to_the_growth_from_first_to_last_where_the_counter_never_fell() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps =>
        {
            long?[] totals = [.. steps.Select((_, index) => (long?)steps[..(index + 1)].Sum(step => step))];
            return Gains(totals).Sum() == (totals.Length == 0 ? 0 : totals[^1] - totals[0]);
        }));

    private static IEnumerable<long?> Gains(params long?[] totals) => LifetimeCounter.Gains(Series(totals)).Select(gain => gain.Gain);

    private static IEnumerable<LifetimeSnapshot> Series(params long?[] totals) => totals.Select((total, day) => new LifetimeSnapshot(At(day), total));

    private static DateTimeOffset At(int day) => new DateTimeOffset(2015, 6, 8, 10, 0, 0, TimeSpan.Zero).AddDays(day);
}
