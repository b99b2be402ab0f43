using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>What people entered is told apart by what it is about, in their own words: where it stands in the list changes with every other figure.</summary>
public sealed class FeedReportedTests(AzuriteFixture azurite)
{
    private const string Engaged = "people-engaged, facebook, NHSBT, page, 2015-06-21";

    [Fact]
    public async Task A_figure_is_found_by_what_it_is_about_whatever_else_is_entered()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await EnterAsync(engine, "people-engaged", Entering.Engaged);
        var feed = await FeedClient.StartAsync(engine);
        var before = Assert.Single(await feed.AllAsync($"/api/odata/Figures?$filter=about eq '{Engaged}'"));

        await EnterAsync(engine, "leaflets", Entering.Json("70", """, "unit": "boxes" """));
        var after = Assert.Single(await feed.AllAsync($"/api/odata/Figures?$filter=about eq '{Engaged}'"));

        Assert.Equal(("/reported/0/value", "/reported/1/value"), (before["path"], after["path"]));
        foreach (var row in new[] { before, after })
        {
            Assert.Equal(
                (478480m, "people", "People who did something with a post, each once", "digital team, NHS Blood and Transplant", "Facebook Insights"),
                (Convert.ToDecimal(row["value"], null), row["unit"], row["meaning"], row["reportedBy"], row["readFrom"]));
        }

        Assert.Equal("boxes", Assert.Single(await feed.AllAsync("/api/odata/Figures?$filter=about eq 'leaflets, 2015-06-21'"))["unit"]);
    }

    [Fact]
    public async Task Figures_of_several_posts_and_groups_of_several_figures_are_about_different_things()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        foreach (var post in new[] { "hello", "again" })
        {
            await Posting.PutAsync(engine, post);
            await EnterAsync(engine, "likes", Entering.Json("7"), $"?post={post}");
        }

        foreach (var figure in new[] { "people-engaged", "people-reached" })
        {
            await EnterAsync(engine, figure, Entering.Json("40", """, "dimension": "sex", "group": "men", "base": 100 """));
        }

        var rows = await (await FeedClient.StartAsync(engine)).AllAsync("/api/odata/Figures?$filter=startswith(path,'/reported/') or startswith(path,'/audience/') and endswith(path,'/people')");

        Assert.Equal(
            ["likes, again, 2015-06-21", "likes, hello, 2015-06-21", "people-engaged, sex, men, 2015-06-21", "people-reached, sex, men, 2015-06-21"],
            rows.Select(row => (string)row["about"]!).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(("campaign office", "A report"), (row["reportedBy"], row["readFrom"])));
    }

    private static async Task EnterAsync(TestEngine engine, string name, string body, string query = "") =>
        Assert.Equal(201, (await Entering.PutAsync(engine, name, "2015-06-21", body, query)).Status);
}
