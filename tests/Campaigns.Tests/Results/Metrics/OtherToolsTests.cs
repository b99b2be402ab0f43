using Campaigns.Results.Metrics;

namespace Campaigns.Tests.Results.Metrics;

public class OtherToolsTests
{
    [Fact]
    public void G3_Socialert_counts_1_for_a_reply() =>
        Assert.Equal(2141, OtherTools.SocialertImpressions([.. Enumerable.Repeat((35L, false), 9), (35L, true), .. Enumerable.Repeat((73L, false), 25)]));

    [Theory]
    [InlineData("2023-06-12", 1, 15)]
    [InlineData("2023-06-13", 2, 17)]
    [InlineData("2023-12-31", 2, 17)]
    [InlineData("2024-01-01", 3, 20)]
    [InlineData("2024-06-30", 3, 20)]
    [InlineData("2024-07-01", 4, 24)]
    public void G6_Talkwalker_counts_engagement_on_X_by_the_version_of_the_day(string day, int version, long engagement)
    {
        var (definition, value) = OtherTools.TalkwalkerXEngagement(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new XEngagement(5, 10, 2, 3, 4));

        Assert.Equal(($"talkwalkerXEngagement@{version}", engagement), (definition.Key, value));
    }
}
