using System.Globalization;
using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

public sealed class FeedPostMetricsTests(AzuriteFixture azurite)
{
    private static readonly string[] Metrics = ["reach", "impressions", "views", "likes", "shares", "comments", "clicks"];

    [Fact]
    public async Task Of_each_day_stands_what_was_entered_and_one_of_them_is_what_results_show()
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 30);
        var feed = await FeedClient.StartAsync(engine);

        var rows = await feed.AllAsync($"/api/odata/PostMetricsDaily?$filter=campaignKey eq '{FeedSample.One}'", "Prefer: odata.maxpagesize=5");

        Assert.Equal(
            [
                "2015-06-06 launch facebookgroup Blood donors likes : 12 value False 0", "2015-06-08 launch facebookgroup Blood donors impressions : 0 zero True 0",
                "2015-06-08 launch facebookgroup Blood donors likes : 40 value True 40", "2015-06-08 launch facebookgroup Blood donors reach : 900 value True 0",
                "2015-06-08 launch facebookgroup Blood donors views organic: 60 value False 0", "2015-06-08 launch facebookgroup Blood donors views paid: 500 value False 0",
                "2015-06-08 reminder bluesky nhsbt.example likes : 3 value True 3", "2015-06-08 reminder bluesky nhsbt.example reach : 70 value True 0",
                "2015-06-08 reminder bluesky nhsbt.example views paid: 8 value False 0", "2015-06-09 reminder facebookgroup Blood donors clicks : 2.5 value False 0",
                "2015-06-09 reminder   likes : 1000 value False 0", "2015-06-10 reminder facebookgroup Blood donors clicks :  not_offered True 0",
            ],
            rows.Select(Line));
    }

    [Fact]
    public async Task What_is_the_latest_of_a_post_is_its_number_in_the_results_and_adds_up_to_theirs()
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 30);
        var feed = await FeedClient.StartAsync(engine);
        foreach (var campaign in new[] { FeedSample.One, FeedSample.Other })
        {
            var results = await ListeningRun.ResultsAsync(engine, campaign);
            var posts = results.GetProperty("posts").EnumerateArray().ToList();
            var rows = await feed.AllAsync($"/api/odata/PostMetricsDaily?$filter=campaignKey eq '{campaign}'");

            Assert.Equal(3, posts.Count);
            foreach (var (number, post) in posts.Index())
            {
                var latest = rows.Where(row => Equals(row["delivery"], post.GetProperty("id").GetString()) && row["isLatest"] is true).ToDictionary(row => (string)row["metric"]!);
                Assert.Equal(Metrics.Select(name => Number(post, name)), Metrics.Select(name => (double?)latest.GetValueOrDefault(name)?["value"]));
                foreach (var (name, row) in latest)
                {
                    var figure = results.GetProperty("figures").GetProperty($"/posts/{number}/{name}");
                    Assert.Equal((figure.GetProperty("status").GetString(), figure.GetProperty("definition").GetString()), ((string)row["valueStatus"]!, (string)row["definitionKey"]!));
                }
            }

            foreach (var name in Metrics.Where(name => name != "reach"))
            {
                Assert.Equal(posts.Sum(post => Number(post, name) ?? 0), rows.Where(row => row["metric"]!.Equals(name)).Sum(row => (double)row["total"]!));
            }
        }
    }

    [Fact]
    public async Task What_is_withdrawn_and_what_is_of_a_post_that_is_gone_has_no_row_and_the_day_before_counts_again()
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 30);
        var (feed, caller) = (await FeedClient.StartAsync(engine), new RouteCaller(engine));
        var before = (await LatestAsync())["changedAt"];

        Assert.Equal(204, (await caller.AskAsync("DELETE", $"/api/campaigns/{FeedSample.One}/figures/likes/2015-06-08?post=launch")).Status);
        Assert.Equal(204, (await caller.AskAsync("DELETE", $"/api/campaigns/{FeedSample.One}/posts/reminder")).Status);

        var after = await LatestAsync();
        Assert.Equal(("2015-06-06", 12.0, 12.0), ((string)after["dateKey"]!, (double)after["value"]!, (double)after["total"]!));
        Assert.True((DateTimeOffset)after["changedAt"]! > (DateTimeOffset)before!);
        Assert.Equal("0", (await feed.GetAsync($"/api/odata/PostMetricsDaily/$count?$filter=postKey eq '{FeedSample.One},reminder'")).Text);

        async Task<IReadOnlyDictionary<string, object?>> LatestAsync() =>
            Assert.Single(await feed.AllAsync($"/api/odata/PostMetricsDaily?$filter=postKey eq '{FeedSample.One},launch' and metric eq 'likes' and isLatest"));
    }

    private static double? Number(JsonElement post, string name) => post.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string Line(IReadOnlyDictionary<string, object?> row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row["dateKey"]} {((string)row["postKey"]!).Split(',')[1]} {row["channelKey"]} {((string?)row["accountKey"])?.Split(',')[2]} {row["metric"]} {row["scope"]}: {row["value"]} {row["valueStatus"]} {row["isLatest"]} {row["total"]}");
}
