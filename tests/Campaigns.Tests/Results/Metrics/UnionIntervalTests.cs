using Campaigns.Results.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results.Metrics;

public class UnionIntervalTests
{
    [Fact]
    public void G4_two_posts_seen_by_two_each_reached_two_to_four()
    {
        // Post A was seen by u1 (twice) and u2, post B by the same two, or by two others: what the posts report is the same.
        string[] a = ["u1", "u1", "u2"];
        foreach (var (b, together) in new[] { (new[] { "u1", "u2" }, 2), (["u3", "u4"], 4) })
        {
            Assert.Equal(3, a.Length);
            Assert.Equal(together, a.Union(b).Count());
            Assert.Equal(new UnionInterval(2, 4), UnionInterval.Of([a.Distinct().Count(), b.Distinct().Count()]));
        }

        Assert.Equal(UnionInterval.Reason, UnionInterval.Of([2, 2])!.Why);
    }

    [Fact]
    public void Every_union_lies_within_the_interval_of_its_parts() =>
        Prop.ForAll<byte[][]>(parts =>
        {
            var interval = UnionInterval.Of(parts.Select(part => (long?)part.Distinct().Count()));
            var whole = parts.SelectMany(part => part).Distinct().Count();
            return parts.Length == 0 ? interval is null : interval!.AtLeast <= whole && whole <= interval.AtMost;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unknown_part_leaves_the_upper_end_open()
    {
        var interval = UnionInterval.Of([3, null, 5]);

        Assert.Equal(new UnionInterval(5, null), interval);
        Assert.Contains("unknown", interval!.Why!, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_known_is_no_interval()
    {
        Assert.Null(UnionInterval.Of([]));
        Assert.Null(UnionInterval.Of([null, null]));
    }

    [Fact]
    public void One_part_is_the_whole_and_needs_no_reason()
    {
        Assert.Equal(new UnionInterval(7, 7), UnionInterval.Of([7]));
        Assert.Null(UnionInterval.Of([7])!.Why);
    }

    [Fact]
    public void No_part_is_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => UnionInterval.Of([-1]));
}
