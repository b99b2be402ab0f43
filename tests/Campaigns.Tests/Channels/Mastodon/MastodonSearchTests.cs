using System.Text.Json.Nodes;
using static Campaigns.Tests.Channels.Mastodon.MastodonStub;

namespace Campaigns.Tests.Channels.Mastodon;

/// <summary>What a search makes of what Mastodon servers show. Its requests are held to the published contract in the end-to-end tests.</summary>
public sealed class MastodonSearchTests
{
    [Fact]
    public async Task A_status_comes_with_its_time_author_followers_and_figures()
    {
        using var mastodon = new MastodonStub();
        mastodon.Shows(null, Status(1, 10, change: status => status["quotes_count"] = 2));
        var found = await mastodon.FindAsync();
        var item = Assert.Single(found.Items);
        Assert.Equal(
            ("https://one.example/users/ann/statuses/1", "original", SearchStub.Now.AddMinutes(-10), "Give blood #MissingType", "https://one.example/@ann", "ann@one.example"),
            (item.Id, item.Kind, item.CreatedAt, item.Text, item.AuthorId, item.AuthorHandle));
        Assert.Equal((12L, 4L, 5L, 1L, null), (item.Followers, item.Likes, item.Shares, item.Comments, item.Views));
        Assert.Equal("https://one.example/@ann/1", item.Url?.AbsoluteUri);
        Assert.Equal((null, false, 1), (found.Next, found.IsCutShort, found.Requests));
        Assert.Equal("/api/v1/timelines/tag/missingtype?limit=40", Assert.Single(mastodon.Far.Asked));
    }

    [Fact]
    public async Task A_status_that_two_servers_show_is_one_mention_by_one_author()
    {
        using var mastodon = new MastodonStub();
        mastodon.Far.Answer = request => SearchStub.Json(new JsonArray(Status(1, 10, change: status =>
        {
            if (request.RequestUri!.Host == "two.example")
            {
                (status["id"], status["account"]!["acct"], status["account"]!["followers_count"]) = ("7", "ann@one.example", 3);
            }
        })).ToJsonString());
        Assert.Equal([One, Two], mastodon.Search.Places);
        var items = new List<Campaigns.Channels.FoundItem>();
        foreach (var place in mastodon.Search.Places!)
        {
            items.Add(Assert.Single((await mastodon.FindAsync(instance: place)).Items));
        }

        Assert.Equal((items[0].Id, items[0].AuthorId, items[0].AuthorHandle, items[0].CreatedAt), (items[1].Id, items[1].AuthorId, items[1].AuthorHandle, items[1].CreatedAt));
    }

    [Theory]
    [InlineData("in_reply_to_id", "\"5\"", "reply")]
    [InlineData("in_reply_to_id", "null", "original")]
    [InlineData("quote", """{ "state": "accepted" }""", "quote")]
    [InlineData("quote", "null", "original")]
    [InlineData("reblog", """{ "content": "<p>Passed on #MissingType</p>", "tags": [] }""", "share")]
    public async Task A_status_is_an_answer_a_quote_passed_on_or_said_of_its_own_accord(string name, string value, string kind)
    {
        using var mastodon = new MastodonStub();
        mastodon.Shows(null, Status(1, 10, change: status => status[name] = JsonNode.Parse(value)));
        var item = Assert.Single((await mastodon.FindAsync()).Items);
        Assert.Equal(kind, item.Kind);
        Assert.Contains("#MissingType", item.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_and_hashtags_outside_of_the_text_are_part_of_it()
    {
        using var mastodon = new MastodonStub();
        mastodon.Shows(null, Status(1, 10, "<p>Hi</p>", status =>
        {
            status["spoiler_text"] = "About #GiveBlood";
            status["tags"] = JsonNode.Parse("""[ { "name": "missingtype" }, { "name": "two words" }, 4 ]""");
        }));
        Assert.Equal("About #GiveBlood\nHi\n#missingtype", Assert.Single((await mastodon.FindAsync()).Items).Text);
    }

    [Fact]
    public async Task The_next_page_is_the_one_that_the_server_names_and_nothing_else_of_its_address_is_used()
    {
        using var mastodon = new MastodonStub();
        mastodon.Shows("<https://elsewhere.example/x?limit=40&max_id=103>; rel=\"next\", <https://one.example/x?min_id=9>; rel=\"prev\"", Status(1, 10), Status(2, 20));
        var found = await mastodon.FindAsync();
        Assert.Equal(("103", SearchStub.Now.AddMinutes(-20)), (found.Next, found.ReadBackTo));

        mastodon.Shows(null, Status(3, 30));
        Assert.Null((await mastodon.FindAsync(found.Next)).Next);
        Assert.EndsWith("&max_id=103", mastodon.Far.Asked.Last(), StringComparison.Ordinal);

        mastodon.Shows("<https://one.example/x?max_id=103>; rel=next", Status(3, 30));
        var stuck = await mastodon.FindAsync("103");
        Assert.Equal((null, true), (stuck.Next, stuck.IsCutShort));
    }

    [Fact]
    public async Task A_full_page_goes_on_though_no_header_says_so()
    {
        using var mastodon = new MastodonStub();
        mastodon.Shows(null, [.. Enumerable.Range(0, 40).Select(number => Status(number, number))]);
        Assert.Equal(Snowflake(SearchStub.Now.AddMinutes(-39), 39), (await mastodon.FindAsync()).Next);
    }

    [Fact]
    public async Task Statuses_outside_the_window_are_left_out_and_an_old_one_at_the_end_ends_the_search()
    {
        using var mastodon = new MastodonStub();
        const string link = "<https://one.example/x?max_id=103>; rel=\"next\"";
        mastodon.Shows(link, Status(1, -1), Status(2, 0), Status(3, 24 * 60), Status(4, (24 * 60) + 1));
        var found = await mastodon.FindAsync();
        Assert.Equal(["https://one.example/users/ann/statuses/3"], found.Items.Select(item => item.Id));
        Assert.Null(found.Next);

        // One that came late keeps its old time and stands where it came.
        mastodon.Shows(link, Status(1, 5), Status(2, 6, change: status => status["created_at"] = "1970-01-01T00:00:00.000Z"));
        found = await mastodon.FindAsync();
        Assert.Single(found.Items);
        Assert.Equal("103", found.Next);
    }

    [Fact]
    public async Task Recent_use_is_what_the_server_says_that_has_seen_most()
    {
        using var mastodon = new MastodonStub();
        mastodon.Far.Answer = request => request.RequestUri!.Host == "one.example"
            ? SearchStub.Json("""{ "name": "missingtype", "history": [ { "day": "1780617600", "uses": "5", "accounts": "3" }, { "day": "1780531200", "uses": "0", "accounts": "0" } ] }""")
            : SearchStub.Json("""{ "history": [ { "day": "1780617600", "uses": "2", "accounts": "2" } ] }""");
        Assert.Equal(
            new(5, 3, new(2026, 6, 4, 0, 0, 0, TimeSpan.Zero), SearchStub.Now), await mastodon.Search.RecentUseAsync("missingtype", default));
        Assert.Equal("/api/v1/tags/missingtype", mastodon.Far.Asked.First());

        mastodon.Far.Answer = static _ => SearchStub.Json("""{ "history": [ { "day": "1780617600", "uses": "5", "accounts": "3" }, { "day": "1780531200", "uses": "1", "accounts": "1" } ] }""");
        var recent = await mastodon.Search.RecentUseAsync("missingtype", default);
        Assert.Equal((6, null), (recent?.Uses, recent?.Accounts));

        mastodon.Far.Answer = static _ => SearchStub.Json("""{ "history": [ { "day": "-1", "uses": "many" }, 3 ] }""");
        Assert.Null(await mastodon.Search.RecentUseAsync("missingtype", default));
    }
}
