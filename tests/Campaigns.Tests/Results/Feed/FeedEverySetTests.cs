using System.Globalization;
using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.OData;
using Microsoft.OData.Edm;

namespace Campaigns.Tests.Results.Feed;

/// <summary>Every set and every column, read with Microsoft's reader and all its validations.</summary>
public sealed class FeedEverySetTests(AzuriteFixture azurite)
{
    /// <summary>What adds up over posts: reach does not.</summary>
    private static readonly string[] Adding = ["impressions", "views", "likes", "shares", "comments", "clicks"];

    [Fact]
    public async Task Every_set_is_filtered_and_ordered_by_every_column_page_by_page()
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 120);
        var feed = await FeedClient.StartAsync(engine);
        foreach (var set in feed.Sets)
        {
            var all = await feed.AllAsync($"/api/odata/{set}");
            Assert.True(all.Count > 0, $"{set} is empty.");
            var (key, pages) = (feed.KeyOf(set), $"Prefer: odata.maxpagesize={Math.Max(2, all.Count / 4)}");
            foreach (var column in feed.Model.EntityContainer.FindEntitySet(set).EntityType().StructuralProperties().Select(property => property.Name))
            {
                var wanted = all[all.Count / 2][column];
                var filter = Uri.EscapeDataString($"{column} eq {ODataUriUtils.ConvertToUriLiteral(wanted, ODataVersion.V4, feed.Model)}");
                var same = await feed.AllAsync($"/api/odata/{set}?$filter={filter}", pages);
                var other = await feed.AllAsync($"/api/odata/{set}?$filter=not ({filter})", pages);
                var falling = await feed.AllAsync($"/api/odata/{set}?$orderby={column} desc&$select={key},{column}", pages);

                Assert.Equal(Keys(all.Where(row => Equals(row[column], wanted))), Keys(same));
                Assert.Equal(Keys(all.Where(row => !Equals(row[column], wanted))), Keys(other));
                Assert.Equal(Keys(all.OrderByDescending(row => row[column], Values).ThenBy(row => (string)row[key]!, StringComparer.Ordinal)), Keys(falling));
            }

            IEnumerable<object?> Keys(IEnumerable<IReadOnlyDictionary<string, object?>> rows) => rows.Select(row => row[key]);
        }
    }

    [Fact]
    public async Task Every_column_that_adds_up_adds_up_to_what_the_engine_says_elsewhere()
    {
        await using var engine = await FeedSample.WholeAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        var results = await ListeningRun.ResultsAsync(engine, FeedSample.One);
        var deliveries = (await new RouteCaller(engine).AskAsync("GET", $"/api/campaigns/{FeedSample.One}/deliveries")).Json.GetProperty("items").EnumerateArray().ToList();
        var (likes, unknown) = (results.GetProperty("engagements"), results.GetProperty("engagements").GetProperty("unknown"));
        var expected = new SortedDictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["UsesHourly.uses"] = Long(results.GetProperty("uses"), "total"),
            ["MentionsHourly.mentions"] = Long(results, "mentions"),
            ["MentionsHourly.mentionsWithoutAuthor"] = Long(results, "mentionsWithoutAuthor"),
            ["MentionsHourly.ownMentions"] = Long(results, "ownMentions"),
            ["SentimentDaily.analysable"] = Long(results.GetProperty("sentiment"), "of"),
            ["PostMetricsDaily.total"] = results.GetProperty("posts").EnumerateArray().Sum(post => Adding.Sum(name => Number(post, name))),
            ["Deliveries.deliveries"] = deliveries.Count,
            ["Deliveries.attempts"] = deliveries.Sum(delivery => Long(delivery, "attempts")),
        };
        foreach (var name in new[] { "likes", "shares", "comments", "views" })
        {
            (expected[$"MentionsHourly.{name}"], expected[$"MentionsHourly.{name}Unknown"]) = (Long(likes, name), Long(unknown, name));
        }

        var sums = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var set in feed.Model.EntityContainer.EntitySets().Where(set => set.EntityType().Key().Single().Name == "rowKey"))
        {
            var rows = await feed.AllAsync($"/api/odata/{set.Name}?$filter=campaignKey eq '{FeedSample.One}'");
            foreach (var column in set.EntityType().StructuralProperties().Where(property => property.Type.PrimitiveKind() is EdmPrimitiveTypeKind.Int64 or EdmPrimitiveTypeKind.Double && !property.Type.IsNullable))
            {
                sums[$"{set.Name}.{column.Name}"] = rows.Sum(row => Convert.ToDecimal(row[column.Name], CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal(expected, sums);
    }

    [Fact]
    public async Task Coverage_by_the_hour_is_that_of_the_timeline_and_in_the_mean_that_of_the_results()
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 60);
        var feed = await FeedClient.StartAsync(engine);
        var hours = (await ListeningRun.TimelineAsync(engine, "hour", FeedSample.Other)).GetProperty("rows").EnumerateArray()
            .ToDictionary(row => row.GetProperty("from").GetDateTimeOffset(), row => row.GetProperty("coverageByChannel").GetProperty("bluesky").GetDouble());

        var rows = await feed.AllAsync($"/api/odata/CoverageHourly?$filter=campaignKey eq '{FeedSample.Other}'", "Prefer: odata.maxpagesize=100");

        Assert.Equal(17 * 24, rows.Count);
        Assert.Contains(rows, row => (double)row["coverage"]! is > 0 and < 1);
        Assert.All(rows.Where(row => hours.ContainsKey((DateTimeOffset)row["hourStartUtc"]!)), row => Assert.Equal(hours[(DateTimeOffset)row["hourStartUtc"]!], (double)row["coverage"]!, 4));
        var whole = (await ListeningRun.ResultsAsync(engine, FeedSample.Other)).GetProperty("figures").GetProperty("/mentions").GetProperty("coverage").GetDouble();
        Assert.Equal(whole, rows.Average(row => (double)row["coverage"]!), 3);
    }

    /// <summary>The order of OData: nulls first, texts by their characters.</summary>
    private static Comparer<object?> Values { get; } = Comparer<object?>.Create((one, other) =>
        one is string text ? string.CompareOrdinal(text, other as string) : System.Collections.Comparer.DefaultInvariant.Compare(one, other));

    /// <summary>Of a sum that is unknown, as none of its parts is known, nothing is added up.</summary>
    private static long Long(JsonElement value, string name) => (long)Number(value, name);

    private static decimal Number(JsonElement value, string name) => value.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : 0;
}
