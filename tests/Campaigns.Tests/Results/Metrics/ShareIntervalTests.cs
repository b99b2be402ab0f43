using Campaigns.Results.Metrics;

namespace Campaigns.Tests.Results.Metrics;

public class ShareIntervalTests
{
    // By the published formula of Wilson's score interval.
    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(20, 100, 0.1334, 0.2888)]
    [InlineData(1, 2, 0.0945, 0.9055)]
    public void Ends_are_those_of_the_formula(long part, long sample, double atLeast, double atMost)
    {
        var interval = ShareInterval.Of(part, sample);
        Assert.Equal((atLeast, atMost), (Math.Round(interval.AtLeast, 4), Math.Round(interval.AtMost, 4)));
    }
}
