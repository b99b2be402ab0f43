using Campaigns.Channels.Bluesky;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Channels.Bluesky;

public sealed class TidTests
{
    private static readonly Gen<DateTimeOffset> Times = Gen.Choose(0, int.MaxValue).Select(seconds => DateTimeOffset.FromUnixTimeSeconds(seconds));

    [Fact]
    public void A_key_is_a_function_of_the_delivery_and_its_planned_second_and_has_the_shape_that_servers_ask_for() => Check.QuickThrowOnFailure(Prop.ForAll(
        Times.ToArbitrary(), ArbMap.Default.ArbFor<NonNull<string>>(), (time, key) =>
        {
            var tid = Tid.For(key.Get, time);
            Assert.Matches("^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$", tid);
            Assert.Equal(tid, Tid.For(key.Get, time.AddMilliseconds(999).ToOffset(TimeSpan.FromHours(1))));
        }));

    [Fact]
    public void Keys_sort_by_their_planned_second() => Check.QuickThrowOnFailure(Prop.ForAll(
        Times.ToArbitrary(), Gen.Choose(1, 1_000_000).ToArbitrary(), ArbMap.Default.ArbFor<(string, string)>(), (time, later, keys) =>
            string.CompareOrdinal(Tid.For(keys.Item1 ?? "", time), Tid.For(keys.Item2 ?? "", time.AddSeconds(later))) < 0));

    [Fact]
    public void Deliveries_of_one_second_have_keys_of_their_own()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1_433_750_400);
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(i => Tid.For($"missing-type.1f2e3d4c/post-{i}.bluesky.00000000", time)).Distinct().Count());
    }

    [Fact]
    public void A_key_never_changes_between_versions() =>
        Assert.Equal("3crzo5p6duyeb", Tid.For("missing-type.1f2e3d4c/first.bluesky.5d41402a", DateTimeOffset.FromUnixTimeSeconds(1_433_750_400)));
}
