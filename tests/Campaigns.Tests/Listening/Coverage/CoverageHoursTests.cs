using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using NodaTime;

namespace Campaigns.Tests.Listening.Coverage;

public sealed class CoverageHoursTests(AzuriteFixture azurite)
{
    // The first hour of the campaign: midnight in London in summer.
    private static readonly DateTimeOffset Start = new(2015, 6, 4, 23, 0, 0, TimeSpan.Zero);
    private static readonly long First = Start.ToUnixTimeSeconds() / 3600;

    /// <summary>An engine that is set up to search Bluesky, and the campaign's two hashtags.</summary>
    private static readonly CoveragePlan Bluesky = new([Search("bluesky", null, "missingtype"), Search("bluesky", null, "nationalbloodweek")], ["bluesky", "blog"]);

    [Fact]
    public async Task An_hour_is_the_mean_over_hashtags_and_what_is_handed_in_counts_for_nothing()
    {
        var campaign = await CampaignAsync();
        var hours = CoverageHours.Of(
        [
            Entry("missingtype", 0, 180, CoverageState.Searched),
            Entry("nationalbloodweek", 0, 60, CoverageState.Searched),
            Entry("nationalbloodweek", 60, 90, CoverageState.RateLimited),
            Entry("nationalbloodweek", 90, 180, CoverageState.Searched),
            new CoverageEntry("x", null, Start, Start.AddHours(3), CoverageState.Supplied, 100, null),
        ],
            campaign,
            Bluesky,
            Start.AddHours(3));
        Assert.Equal(["bluesky"], hours.Channels);
        Assert.Equal([1, 0.75, 1, null], Enumerable.Range(0, 4).Select(hour => hours.At(First + hour)));
        Assert.Equal(hours.At(First + 1), hours.At("bluesky", First + 1));
        Assert.Null(hours.At("x", First));
        Assert.Equal(0.875, hours.Between(Instant.FromDateTimeOffset(Start), Instant.FromDateTimeOffset(Start.AddHours(2))));
        Assert.Equal(Math.Round(11 / 12.0, 6), hours.Whole());
    }

    [Fact]
    public async Task The_hour_that_goes_on_is_measured_up_to_now()
    {
        var hours = CoverageHours.Of(
            [Entry("missingtype", 0, 20, CoverageState.Searched), Entry("nationalbloodweek", 0, 10, CoverageState.Searched)], await CampaignAsync(), Bluesky, Start.AddMinutes(20));
        Assert.Equal(0.75, hours.At(First));
    }

    [Fact]
    public async Task A_hashtag_that_was_never_searched_is_a_part_that_was_not_looked_at() =>
        Assert.Equal(0.5, CoverageHours.Of([Entry("missingtype", 0, 60, CoverageState.Searched)], await CampaignAsync(), Bluesky, Start.AddHours(1)).At(First));

    [Fact]
    public async Task Nothing_is_said_where_nothing_is_searched_or_the_campaign_has_not_begun()
    {
        var campaign = await CampaignAsync();
        Assert.Null(CoverageHours.Of([], campaign, CoveragePlan.None, Start.AddHours(5)).Whole());
        Assert.Null(CoverageHours.Of([], campaign, CoveragePlan.None, Start.AddDays(-5)).Whole());
        Assert.Null(CoverageHours.Of([], campaign, CoveragePlan.None, Start.AddDays(-5)).At(First));
    }

    [Fact]
    public async Task Gaps_are_said_out_loud()
    {
        var campaign = await CampaignAsync();
        CoverageEntry[] recorded = [Entry("missingtype", 10, 60, CoverageState.Searched), Entry("missingtype", 90, 120, CoverageState.Failed)];
        Assert.Equal(
            [
                Entry("missingtype", 0, 10, CoverageState.NotAsked), Entry("missingtype", 60, 90, CoverageState.NotAsked), Entry("missingtype", 120, 180, CoverageState.NotAsked),
                Entry("nationalbloodweek", 0, 180, CoverageState.NotAsked),
            ],
            CoverageGaps.Of(recorded, campaign, Bluesky, Start.AddHours(3)));
    }

    private static PlannedSearch Search(string channel, string? place, string hashtag) => new(channel, place, hashtag);

    private static CoverageEntry Entry(string hashtag, int from, int to, string state) =>
        new("bluesky", hashtag, Start.AddMinutes(from), Start.AddMinutes(to), state, 0, null) { Asked = 0 };

    private async Task<Campaign> CampaignAsync()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        return await SampleCampaign.PutAsync(engine);
    }
}
