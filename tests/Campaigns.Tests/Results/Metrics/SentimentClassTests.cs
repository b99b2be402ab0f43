using Campaigns.Results.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results.Metrics;

public class SentimentClassTests
{
    [Fact]
    public void G7_a_score_and_its_opposite_land_in_mirrored_classes()
    {
        Assert.Equal((SentimentClass.Positive, SentimentClass.Negative), (SentimentClass.Of(0.15), SentimentClass.Of(-0.15)));
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            number => SentimentClass.Of(Math.Sin(number)).Mirrored == SentimentClass.Of(-Math.Sin(number))));
    }

    [Theory]
    [InlineData(1, "positive")]
    [InlineData(0.05, "positive")]
    [InlineData(0.0499, "neutral")]
    [InlineData(0, "neutral")]
    [InlineData(-0.0, "neutral")]
    [InlineData(-0.0499, "neutral")]
    [InlineData(-0.05, "negative")]
    [InlineData(-1, "negative")]
    public void The_borders_are_the_same_on_both_sides(double score, string name) => Assert.Equal(name, SentimentClass.Of(score).ToString());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.01)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_score_has_no_class(double score) => Assert.Throws<ArgumentOutOfRangeException>(() => SentimentClass.Of(score));
}
