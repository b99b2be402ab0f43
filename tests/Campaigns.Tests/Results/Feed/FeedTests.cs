using System.Text.Json;
using Campaigns.Http;
using Campaigns.Results.Reported;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

public sealed class FeedTests(AzuriteFixture azurite)
{
    private static readonly string[] Kinds = ["original", "reply", "share", "quote"];

    [Fact]
    public async Task Every_set_reads_the_same_in_one_page_and_page_by_page_in_the_order_of_unique_keys()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);

        foreach (var set in feed.Sets)
        {
            var key = feed.KeyOf(set);
            var whole = (await feed.PageAsync($"/api/odata/{set}")).Rows.Select(row => (string)row[key]!).ToList();
            // Sets of thousands of rows in pages of three would take long and show nothing more.
            var size = Math.Max(3, whole.Count / 12);
            var paged = (await feed.AllAsync($"/api/odata/{set}", $"Prefer: odata.maxpagesize={size}")).Select(row => (string)row[key]!).ToList();

            Assert.Equal(whole, paged);
            Assert.Equal(whole.Order(StringComparer.Ordinal).Distinct(), whole);
            Assert.Equal($"{whole.Count}", (await feed.GetAsync($"/api/odata/{set}/$count")).Text);
        }
    }

    [Fact]
    public async Task Sums_of_every_column_that_adds_up_equal_the_results()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        foreach (var campaign in new[] { FeedSample.One, FeedSample.Other })
        {
            var results = await ListeningRun.ResultsAsync(engine, campaign);
            var uses = await feed.AllAsync($"/api/odata/UsesHourly?$filter=campaignKey eq '{campaign}'", "Prefer: odata.maxpagesize=50");
            var mentions = await feed.AllAsync($"/api/odata/MentionsHourly?$filter=campaignKey eq '{campaign}'");

            Assert.Equal(Long(results, "mentions"), Sum(mentions, "mentions"));
            Assert.Equal(Long(results, "mentionsWithoutAuthor"), Sum(mentions, "mentionsWithoutAuthor"));
            Assert.Equal(Long(results, "ownMentions"), Sum(mentions, "ownMentions"));
            Assert.Equal(Long(results.GetProperty("uses"), "total"), Sum(uses, "uses"));
            foreach (var tag in results.GetProperty("uses").GetProperty("byHashtag").EnumerateObject())
            {
                Assert.Equal(tag.Value.GetInt64(), Sum(uses.Where(row => row["hashtagKey"]!.Equals($"{campaign},{tag.Name}")), "uses"));
            }

            foreach (var channel in results.GetProperty("byChannel").EnumerateObject())
            {
                Assert.Equal(Long(channel.Value, "mentions"), Sum(mentions.Where(row => row["channelKey"]!.Equals(channel.Name)), "mentions"));
                Assert.Equal(Long(channel.Value, "uses"), Sum(uses.Where(row => row["channelKey"]!.Equals(channel.Name)), "uses"));
            }

            Assert.Equal(Kinds.Select(kind => Long(results.GetProperty("byKind"), kind)), Kinds.Select(kind => Sum(mentions.Where(row => row["kind"]!.Equals(kind)), "mentions")));
            foreach (var engagement in new[] { "likes", "shares" })
            {
                Assert.Equal(Long(results.GetProperty("engagements"), engagement), Sum(mentions, engagement));
                Assert.Equal(Long(results.GetProperty("engagements").GetProperty("unknown"), engagement), Sum(mentions, $"{engagement}Unknown"));
            }

            Assert.Equal(JsonValueKind.Null, results.GetProperty("engagements").GetProperty("views").ValueKind);
            Assert.Equal(Long(results, "mentions"), Sum(mentions, "viewsUnknown"));
        }
    }

    [Fact]
    public async Task People_and_sentiment_by_day_are_those_of_the_timeline_with_the_same_ones_hidden()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        var timeline = (await ListeningRun.TimelineAsync(engine, "day", FeedSample.Other)).GetProperty("rows").EnumerateArray().ToList();

        var people = await feed.AllAsync($"/api/odata/PeopleDaily?$filter=campaignKey eq '{FeedSample.Other}'");
        var sentiment = await feed.AllAsync($"/api/odata/SentimentDaily?$filter=campaignKey eq '{FeedSample.Other}'");

        Assert.Equal(timeline.Select(day => Line(day, "contributors", "potentialReach", "potentialImpressions")), people.Select(row => Line(row, "contributors", "potentialReach", "potentialImpressions")));
        Assert.Equal(timeline.Select(day => Line(day.GetProperty("sentiment"), "positive", "negative", "analysed")), sentiment.Select(row => Line(row, "positive", "negative", "analysed")));
        Assert.Equal(
            timeline.SelectMany(day => day.GetProperty("suppressed").EnumerateArray().Select(name => name.GetString()!)).Count(),
            people.Concat(sentiment).SelectMany(row => row.Where(column => column.Key.EndsWith("Status", StringComparison.Ordinal) && column.Key != "marginOfErrorStatus")).Count(column => column.Value!.Equals("suppressed")));
        Assert.All(people.Where(row => row["contributorsStatus"]!.Equals("suppressed")), row => Assert.Null(row["contributors"]));
        Assert.Contains(people, row => row["contributorsStatus"]!.Equals("suppressed"));
    }

    [Fact]
    public async Task A_filter_does_not_show_what_the_whole_hides()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);

        var whole = await feed.AllAsync("/api/odata/PeopleDaily");
        var hidden = whole.First(row => row["contributorsStatus"]!.Equals("suppressed"));
        var alone = await feed.AllAsync($"/api/odata/PeopleDaily?$filter=campaignKey eq '{hidden["campaignKey"]}' and localDate eq {hidden["localDate"]}");

        Assert.Equal(hidden, Assert.Single(alone));
    }

    [Fact]
    public async Task Figures_are_those_of_the_results_by_their_paths()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        var results = await ListeningRun.ResultsAsync(engine, FeedSample.One);

        var rows = await feed.AllAsync($"/api/odata/Figures?$filter=campaignKey eq '{FeedSample.One}'");

        Assert.Equal(results.GetProperty("figures").EnumerateObject().Select(figure => figure.Name).Order(StringComparer.Ordinal), rows.Select(row => (string)row["path"]!));
        Assert.Equal(results.GetProperty("mentions").GetDouble(), rows.Single(row => row["path"]!.Equals("/mentions"))["value"]);
        Assert.All(rows, row => Assert.Equal(row["value"] is null, row["valueStatus"] is not ("value" or "zero")));
        Assert.All(rows, row => Assert.Equal(results.GetProperty("figures").GetProperty((string)row["path"]!).GetProperty("status").GetString(), row["valueStatus"]));
    }

    [Fact]
    public async Task Every_key_of_a_fact_leads_to_a_row_of_its_dimension()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        var rows = new Dictionary<string, List<IReadOnlyDictionary<string, object?>>>();
        foreach (var set in feed.Sets)
        {
            rows[set] = await feed.AllAsync($"/api/odata/{set}");
        }

        var keys = feed.Sets.Where(set => feed.KeyOf(set) != "rowKey").ToDictionary(feed.KeyOf, set => rows[set].Select(row => row[feed.KeyOf(set)]).ToHashSet());
        foreach (var (set, row) in rows.SelectMany(set => set.Value.Select(row => (set.Key, row))))
        {
            Assert.All(row.Where(column => column.Value is not null && keys.ContainsKey(column.Key)), column => Assert.True(keys[column.Key].Contains(column.Value), $"{set}: {column}"));
        }

        Assert.Equal(["rx1", "rx1", "NHS Blood and Transplant", "England"], Assert.Single(rows["Organisations"]).Values);
    }

    [Fact]
    public async Task Followers_and_objectives_are_those_of_the_results()
    {
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 60);
        await EnterAsync(engine, "2015-06-01", "?channel=bluesky&account=NHSBT.example", 1000);
        await EnterAsync(engine, "2015-06-12", "?channel=bluesky&account=nhsbt.example", 1660);
        await EnterAsync(engine, "2015-06-12", "?channel=instagram&account=elsewhere", 7);
        var feed = await FeedClient.StartAsync(engine);
        var results = await ListeningRun.ResultsAsync(engine, FeedSample.One);

        var followers = await feed.AllAsync("/api/odata/FollowersDaily", "Prefer: odata.maxpagesize=2");
        var objective = Assert.Single(await feed.AllAsync($"/api/odata/ObjectiveStatus?$filter=campaignKey eq '{FeedSample.One}'"));
        var accounts = (await feed.AllAsync("/api/odata/Accounts")).Select(row => row["accountKey"]).ToList();

        Assert.Equal(
            ["blood,bluesky,nhsbt.example 2015-06-01 1000 value", "blood,bluesky,nhsbt.example 2015-06-12 1660 value", "blood,instagram,elsewhere 2015-06-12 7 value"],
            followers.Select(row => $"{row["accountKey"]} {row["dateKey"]} {row["followers"]} {row["followersStatus"]}"));
        Assert.All(followers, row => Assert.Contains(row["accountKey"], accounts));
        Assert.Equal(("uses", 2000.0, results.GetProperty("uses").GetProperty("total").GetDouble(), "output"), (objective["metric"], objective["target"], objective["now"], objective["layer"]));
        Assert.Equal(results.GetProperty("objectives")[0].GetProperty("state").GetString(), objective["state"]);
    }

    private static async Task EnterAsync(TestEngine engine, string date, string query, int value)
    {
        var request = Call.Request(engine, "PUT", $"/api/campaigns/{FeedSample.One}/figures/followers/{date}{query}", JsonSerializer.Serialize(new { value, source = "The profile", reportedBy = "Press office", definition = "Followers" }));
        request.HttpContext.Features.Set(new Caller("key:manager", [Role.Manager], []));
        var answer = await Call.AnswerAsync(request, engine.Function<PutFigure>().Run(request, FeedSample.One, "followers", date, default));
        Assert.True(answer.Status == 201, answer.Text);
    }

    private static long Long(JsonElement value, string name) => value.GetProperty(name).GetInt64();

    private static long Sum(IEnumerable<IReadOnlyDictionary<string, object?>> rows, string column) => rows.Sum(row => (long)row[column]!);

    private static string Line(JsonElement day, params string[] names) => string.Join(' ', names.Select(name => day.GetProperty(name).GetRawText()));

    private static string Line(IReadOnlyDictionary<string, object?> row, params string[] names) => string.Join(' ', names.Select(name => row[name]?.ToString() ?? "null"));
}
