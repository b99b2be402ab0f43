using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.OData.Edm;

namespace Campaigns.Tests.Results.Feed;

public sealed class FeedQueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Filters_let_through_what_the_same_condition_does_on_all_rows()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        var all = await feed.AllAsync("/api/odata/MentionsHourly");
        var hour = new DateTimeOffset(2015, 6, 8, 8, 0, 0, TimeSpan.Zero);

        foreach (var (filter, lets) in new (string, Func<IReadOnlyDictionary<string, object?>, bool>)[]
        {
            ("hourStartUtc ge 2015-06-08T08:00:00Z", row => Hour(row) >= hour),
            ("hourStartUtc ge 2015-06-08T09:00:00+01:00 and hourStartUtc lt 2015-06-09T09:00:00%2B01:00", row => Hour(row) >= hour && Hour(row) < hour.AddDays(1)),
            ("2015-06-08T08:00:00Z gt hourStartUtc", row => Hour(row) < hour),
            ("hourStartUtc eq 2015-06-08T08:00:00Z or hourStartUtc gt 2015-06-10T00:00:00Z", row => Hour(row) == hour || Hour(row) > hour.AddHours(40)),
            ("not (hourStartUtc lt 2015-06-08T04:00:00-04:00)", row => Hour(row) >= hour),
            ("channelKey in ('x','bluesky') and kind ne 'reply'", row => row["channelKey"] is "x" or "bluesky" && row["kind"] is not "reply"),
            ("campaignKey in ('blood') and mentions gt 1", row => row["campaignKey"] is "blood" && (long)row["mentions"]! > 1),
            ("contains(rowKey,'blood-') and startswith(kind,'or') or endswith(tolower(channelKey),'DON')", row => ((string)row["rowKey"]!).Contains("blood-", StringComparison.Ordinal) && row["kind"] is "original"),
            ("endswith(channelKey,'don') and year(hourStartUtc) eq 2015 and month(hourStartUtc) eq 6 and day(hourStartUtc) le 9", row => row["channelKey"] is "mastodon" && Hour(row).Day <= 9),
            ("date(hourStartUtc) eq 2015-06-08", row => Hour(row).Date == hour.Date),
            ("localDate eq 2015-06-08 and localHour lt 6", row => row["localDate"]!.ToString() == "2015-06-08" && (int)row["localHour"]! < 6),
            ("localDate gt 2015-06-09", row => string.CompareOrdinal(row["localDate"]!.ToString(), "2015-06-09") > 0),
        })
        {
            var found = await feed.AllAsync($"/api/odata/MentionsHourly?$filter={filter}", "Prefer: odata.maxpagesize=40");
            Assert.NotEmpty(found);
            Assert.Equal(all.Where(lets).Select(row => row["rowKey"]), found.Select(row => row["rowKey"]));
            Assert.Equal($"{found.Count}", (await feed.GetAsync($"/api/odata/MentionsHourly/$count?$filter={filter}")).Text);
        }
    }

    [Fact]
    public async Task The_first_and_the_last_moment_that_there_are_bound_nothing()
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 3);
        var feed = await FeedClient.StartAsync(engine);
        foreach (var set in new[] { "UsesHourly", "MentionsHourly", "PeopleDaily", "CoverageHourly" })
        {
            var whole = await feed.AllAsync($"/api/odata/{set}");
            Assert.NotEmpty(whole);
            foreach (var (filter, all) in new[]
            {
                ("localDate le 9999-12-31", true),
                ("localDate lt 9999-12-31 and 9999-12-31 ge localDate", true),
                ("localDate gt 0001-01-01 or localDate eq 9999-12-31", true),
                ("localDate eq 0001-01-01", false),
                ("localDate ge 9999-12-31", false),
                ("hourStartUtc lt 9999-12-31T23:59:59.9999999Z", true),
                ("hourStartUtc le 9999-12-31T23:59:59.9999999Z and hourStartUtc ge 0001-01-01T00:00:00Z", true),
                ("hourStartUtc eq 9999-12-31T23:59:59.9999999Z", false),
                ("hourStartUtc le 9999-12-31T23:59:59.9999999%2B14:00", true),
                ("hourStartUtc lt 0001-01-01T00:00:00-14:00", false),
            })
            {
                var found = await feed.AllAsync($"/api/odata/{set}?$filter={filter}");
                Assert.True(found.Count == (all ? whole.Count : 0), $"{set}, {filter}: {found.Count} of {whole.Count}");
            }
        }
    }

    [Fact]
    public async Task A_link_to_behind_the_last_hour_that_there_is_leads_to_nothing()
    {
        await using var engine = await FeedSample.WholeAsync(azurite, mentions: 3);
        var feed = await FeedClient.StartAsync(engine);
        foreach (var set in new[] { "UsesHourly", "MentionsHourly", "CoverageHourly" })
        {
            Assert.NotEmpty((await feed.PageAsync($"/api/odata/{set}")).Rows);
            Assert.Empty((await feed.PageAsync($"/api/odata/{set}?$skiptoken={FeedSample.Other},9999123123,x")).Rows);
        }
    }

    [Fact]
    public async Task A_long_chain_of_conditions_is_worked_out_once_for_each_row()
    {
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 3);
        var feed = await FeedClient.StartAsync(engine);

        var filter = string.Join(" or ", Enumerable.Range(0, 60).Select(number => $"localHour eq {number - 30}"));

        Assert.Equal((await feed.AllAsync("/api/odata/UsesHourly")).Count, (await feed.AllAsync($"/api/odata/UsesHourly?$filter={filter}")).Count);
    }

    [Fact]
    public async Task Null_is_found_by_eq_and_is_neither_above_nor_below_anything()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        var all = await feed.AllAsync("/api/odata/PeopleDaily");
        var (unknown, known) = (all.Count(row => row["contributors"] is null), all.Count(row => row["contributors"] is not null));
        Assert.NotEqual(0, unknown);

        Assert.Equal(unknown, (await feed.AllAsync("/api/odata/PeopleDaily?$filter=contributors eq null")).Count);
        Assert.Equal(known, (await feed.AllAsync("/api/odata/PeopleDaily?$filter=contributors ne null")).Count);
        Assert.Equal(known, (await feed.AllAsync("/api/odata/PeopleDaily?$filter=contributors ge 0 or contributors lt 0")).Count);
    }

    [Fact]
    public async Task Order_select_top_skip_and_count_work_together_and_over_pages()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        var all = await feed.AllAsync("/api/odata/MentionsHourly");
        var expected = all.OrderByDescending(row => (long)row["likes"]!).ThenBy(row => (string)row["channelKey"]!, StringComparer.Ordinal).ThenBy(row => (string)row["rowKey"]!, StringComparer.Ordinal)
            .Skip(5).Take(33).Select(row => (row["rowKey"], row["likes"])).ToList();
        const string Query = "/api/odata/MentionsHourly?$orderby=likes desc,channelKey&$skip=5&$top=33&$select=rowKey,likes&$count=true";

        var found = await feed.AllAsync(Query, "Prefer: odata.maxpagesize=10");
        var first = await feed.PageAsync(Query, "Prefer: odata.maxpagesize=10");

        Assert.Equal(expected, found.Select(row => (row["rowKey"], row["likes"])));
        Assert.All(found, row => Assert.Equal(2, row.Count));
        Assert.Equal((10, all.Count), (first.Rows.Count, first.Count));
        Assert.DoesNotContain("$skip=", first.Next!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(all.TakeLast(7).Select(row => row["rowKey"]).Reverse(), (await feed.AllAsync("/api/odata/MentionsHourly?$orderby=rowKey desc&$top=7", "Prefer: odata.maxpagesize=3")).Select(row => row["rowKey"]));
        Assert.Empty((await feed.PageAsync("/api/odata/MentionsHourly?$top=0")).Rows);
    }

    [Fact]
    public async Task The_next_link_is_absolute_on_the_public_host_and_never_carries_the_key()
    {
        await using var engine = await FeedSample.StartAsync(
            azurite, engine: await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Feed:PublicUrl"] = "https://campaigns.example.org/" }));
        var feed = await FeedClient.StartAsync(engine);

        var page = await feed.GetAsync("/api/odata/UsesHourly?code=secret-key&$filter=uses ge 1&$format=json", "Prefer: maxpagesize=2");
        using var json = JsonDocument.Parse(page.Text);
        var next = json.RootElement.GetProperty("@odata.nextLink").GetString()!;

        Assert.StartsWith("https://campaigns.example.org/api/odata/UsesHourly?", next, StringComparison.Ordinal);
        Assert.StartsWith("https://campaigns.example.org/api/odata/$metadata#", json.RootElement.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("code=", next, StringComparison.Ordinal);
        Assert.Equal("maxpagesize=2", page.GetHeader("Preference-Applied"));
    }

    [Fact]
    public async Task An_answer_is_compressed_for_who_takes_that_and_not_sent_again_to_who_has_it()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);

        var plain = await feed.GetAsync("/api/odata/UsesHourly");
        var compressed = await feed.GetAsync("/api/odata/UsesHourly", "Accept-Encoding: br, gzip");
        var again = await feed.GetAsync("/api/odata/UsesHourly", $"If-None-Match: {plain.GetHeader("ETag")}");

        Assert.Equal("gzip", compressed.GetHeader("Content-Encoding"));
        Assert.Equal(plain.GetHeader("ETag"), compressed.GetHeader("ETag"));
        using var unpacked = new StreamReader(new GZipStream(new MemoryStream(compressed.Body), CompressionMode.Decompress), Encoding.UTF8);
        Assert.Equal(plain.Text, await unpacked.ReadToEndAsync());
        Assert.True(compressed.Body.Length * 4 < plain.Body.Length);
        Assert.Equal((304, 0), (again.Status, again.Body.Length));
    }

    [Fact]
    public async Task A_key_for_one_campaign_sees_that_one_and_no_other()
    {
        await using var engine = await FeedSample.StartAsync(azurite);
        var (whole, own) = (await FeedClient.StartAsync(engine), await FeedClient.StartAsync(engine, FeedSample.Other));
        foreach (var set in own.Sets.Where(set => own.Model.EntityContainer.FindEntitySet(set).EntityType().FindProperty("campaignKey") is not null))
        {
            var seen = await own.AllAsync($"/api/odata/{set}");
            Assert.All(seen, row => Assert.Equal(FeedSample.Other, row["campaignKey"]));
            Assert.Equal((await whole.AllAsync($"/api/odata/{set}?$filter=campaignKey eq '{FeedSample.Other}'")).Count, seen.Count);
            Assert.Empty(await own.AllAsync($"/api/odata/{set}?$filter=campaignKey eq '{FeedSample.One}'"));
        }
    }

    [Fact]
    public async Task A_row_is_found_by_its_key()
    {
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 3);
        var feed = await FeedClient.StartAsync(engine);

        using var json = JsonDocument.Parse((await feed.GetAsync($"/api/odata/Campaigns('{FeedSample.One}')")).Text);

        Assert.EndsWith("$metadata#Campaigns/$entity", json.RootElement.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.Equal("Missing Type", json.RootElement.GetProperty("name").GetString());
    }

    private static DateTimeOffset Hour(IReadOnlyDictionary<string, object?> row) => (DateTimeOffset)row["hourStartUtc"]!;
}
