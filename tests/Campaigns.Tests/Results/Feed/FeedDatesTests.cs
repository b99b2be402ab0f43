using System.Globalization;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.OData.Edm;

namespace Campaigns.Tests.Results.Feed;

/// <summary>A fact whose day is not in the dimension falls out of every report by the day.</summary>
public sealed class FeedDatesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_day_of_a_fact_is_a_day_of_the_calendar_however_far_from_the_campaigns_it_lies()
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 12);
        var caller = new RouteCaller(engine);
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace(
            "\"plan\":", """ "objectives": [{ "metric": "people-engaged", "layer": "outcome", "target": 100, "by": "2031-02-28" }, { "metric": "donors", "layer": "impact", "target": 100, "by": "2061-06-30" }], "plan": """, StringComparison.Ordinal));
        Assert.Equal(201, (await Entering.PutAsync(engine, "followers", "2004-02-29", Entering.Followers("7"))).Status);
        Assert.Equal(201, (await caller.AskAsync("PUT", "/api/campaigns/missing-type/posts/late", """{ "text": "Give blood", "dueAt": "2042-12-31T23:30:00Z", "channels": ["bluesky"] }""")).Status);
        var feed = await FeedClient.StartAsync(engine);

        var dates = (await feed.AllAsync("/api/odata/Dates")).Select(row => (string)row["dateKey"]!).ToList();

        foreach (var set in feed.Sets.Where(set => set != "Dates" && feed.Model.EntityContainer.FindEntitySet(set).EntityType().FindProperty("dateKey") is not null))
        {
            Assert.Empty((await feed.AllAsync($"/api/odata/{set}?$select=rowKey,dateKey")).Select(row => (string)row["dateKey"]!).Except(dates));
        }

        var days = dates.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        Assert.Equal((new DateOnly(2004, 1, 1), new DateOnly(2061, 12, 31)), (days[0], days[^1]));
        Assert.DoesNotContain(days.Skip(1).Zip(days), pair => pair.First != pair.Second.AddDays(1));
    }

    [Fact]
    public async Task A_calendar_of_no_campaigns_is_empty_and_one_of_a_campaign_has_a_year_on_either_side()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);

        Assert.Empty(await feed.AllAsync("/api/odata/Dates"));
        await SampleCampaign.PutAsync(engine);

        Assert.Equal(365 * 3 + 1, (await feed.AllAsync("/api/odata/Dates")).Count);
    }
}
