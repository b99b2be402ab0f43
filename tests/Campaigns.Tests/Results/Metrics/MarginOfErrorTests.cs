using Campaigns.Results.Metrics;

namespace Campaigns.Tests.Results.Metrics;

public class MarginOfErrorTests
{
    // What pollsters' tables say: 1,000 of very many are off by 3.1 points, 384 by 5; of 1,000 people, 278 by 5.
    [Theory]
    [InlineData(1_000, 100_000_000, 3.1)]
    [InlineData(384, 100_000_000, 5.0)]
    [InlineData(278, 1_000, 5.0)]
    [InlineData(999, 1_000, 0.1)]
    public void A_sample_is_off_by_what_tables_say(long sample, long population, double points) => Assert.Equal(points, MarginOfError.Of(sample, population)!.Value, 0.05);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    public void Where_all_or_none_were_looked_at_there_is_no_margin(long sample, long population) => Assert.Null(MarginOfError.Of(sample, population));

    [Fact]
    public void A_sample_is_no_larger_than_the_whole() => Assert.Throws<ArgumentOutOfRangeException>(() => MarginOfError.Of(2, 1));
}
