using Campaigns.Listening.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Listening.Cells;

public class ShardsTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(0L, 1)]
    [InlineData(60_000L, 1)]
    [InlineData(60_001L, 2)]
    [InlineData(200_000L, 4)]
    [InlineData(1_000_000L, 32)]
    [InlineData(long.MaxValue - 100_000, 64)]
    public void An_hour_has_so_many_shards_that_none_gets_more_than_it_should(long? expected, int shards) => Assert.Equal(shards, Shards.Wanted(expected));

    [Fact]
    public void The_shards_of_a_smaller_number_are_unions_of_those_of_a_larger_one() =>
        Prop.ForAll<ulong>(high =>
        {
            var key = new UInt128(high, 0);
            return Shards.Of(key, 64) / 8 == Shards.Of(key, 8) && Shards.Of(key, 1) == 0 && Shards.Of(key, 64) is >= 0 and < 64;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Splitting_loses_nothing_and_gives_each_shard_its_own()
    {
        var cell = Cell.Of([.. Enumerable.Range(0, 500).Select(RandomRecords.Numbered)]);
        foreach (var count in new[] { 1, 2, 8, 64 })
        {
            var parts = Shards.Split(CellPage.Of(cell), count);

            Assert.All(parts, part => Assert.All(part.Page.ToCell().Records.ToArray(), record => Assert.Equal(part.Shard, Shards.Of(record.Key, count))));
            Assert.Equal(parts.Count, parts.DistinctBy(part => part.Shard).Count());
            Assert.Equal(cell.Records.ToArray(), new CellRecords([.. parts.Select(part => part.Page)]));
        }
    }

    [Fact]
    public void What_was_packed_for_one_shard_is_taken_as_it_is()
    {
        var page = CellPage.Of(Cell.Of([.. Enumerable.Range(0, 900).Select(RandomRecords.Numbered).Where(record => Shards.Of(record.Key, 8) == 3)]));

        Assert.Same(page, Assert.Single(Shards.Split(page, 8)).Page);
        Assert.Same(page, Assert.Single(Shards.Split(page, 2)).Page);
        Assert.Empty(Shards.Split(CellPage.Empty, 8));
    }
}
