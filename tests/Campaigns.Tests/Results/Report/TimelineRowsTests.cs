using Campaigns.Planning;
using Campaigns.Results.Report;
using Campaigns.Results.RollUps;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Tests.Results.Report;

public sealed class TimelineRowsTests
{
    [Theory]
    [InlineData("2015-06-21", 1, 17, "2015-06-21")]
    [InlineData("2015-09-04", 1, 92, "2015-09-04")]
    [InlineData("2015-09-05", 7, 14, "2015-09-05")]
    [InlineData("2018-06-04", 28, 40, "2018-06-04")]
    public void A_long_campaign_has_rows_of_weeks_and_its_days_still_add_up(string end, int days, int rows, string last)
    {
        var campaign = CampaignUntil(end);
        var timeline = TimelineRows.Of(campaign, [Day("2015-06-05", 3), Day("2015-06-06", 4), Day(end, 5)], DateTimeOffset.Parse("2019-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((days, rows), (timeline.Days, timeline.Rows.Count));
        Assert.Equal((12, 12), (timeline.Rows.Sum(row => row.Uses), timeline.Rows.Sum(row => row.Mentions)));
        Assert.Equal((new DateOnly(2015, 6, 5), LocalDatePattern.Iso.Parse(last).Value.ToDateOnly()), (timeline.Rows[0].From, timeline.Rows[^1].To));
        Assert.All(timeline.Rows.Zip(timeline.Rows.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
    }

    [Fact]
    public void A_campaign_that_goes_on_has_rows_until_today_and_one_that_has_not_begun_has_none()
    {
        var campaign = CampaignUntil("2015-06-21");

        Assert.Equal(3, TimelineRows.Of(campaign, [Day("2015-06-05", 3)], At("2015-06-07T12:00:00Z")).Rows.Count);
        Assert.Empty(TimelineRows.Of(campaign, [], At("2015-06-01T12:00:00Z")).Rows);
        Assert.Empty(TimelineRows.Of(campaign, null, At("2015-06-07T12:00:00Z")).Rows);
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

    private static DayTotals Day(string day, long uses) => new(
        day,
        new Totals
        {
            Mentions = uses,
            WithoutAuthor = 0,
            Own = 0,
            Uses = new Dictionary<int, long> { [0] = uses },
            Kinds = [],
            Authors = null,
            Impressions = default,
            Likes = default,
            Shares = default,
            Comments = default,
            Views = default,
        },
        []);

    private static Campaign CampaignUntil(string end)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        CampaignHashtag[] tags = [new CampaignHashtag(Hashtag.TryParse("#MissingType", out var tag) ? tag : default, 0, default)];
        return new Campaign
        {
            Id = CampaignId.TryParse("missing-type", out var id) ? id : default,
            Generation = "g",
            Document = "{}",
            Name = "Missing Type",
            StartsAt = zone.AtStartOfDay(new LocalDate(2015, 6, 5)).ToInstant(),
            EndsAt = zone.AtStartOfDay(LocalDatePattern.Iso.Parse(end).Value.PlusDays(1)).ToInstant(),
            TimeZone = zone,
            Hashtags = tags,
            HashtagsEver = tags,
            Accounts = [],
            InfluencerFollowers = 10_000,
            WrappedDataKey = [],
            Archived = false,
            CreatedAt = default,
            UpdatedAt = default,
        };
    }
}
