using System.Text.Json.Nodes;
using System.Web;
using static Campaigns.Tests.Channels.Bluesky.BlueskySearchStub;

namespace Campaigns.Tests.Channels.Bluesky;

/// <summary>What a search makes of what Bluesky shows. The real network is in the end-to-end tests.</summary>
public sealed class BlueskySearchTests
{
    [Fact]
    public async Task A_post_comes_with_its_time_author_followers_and_figures()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows(null, Post(1, 10, change: post => (post["likeCount"], post["repostCount"], post["quoteCount"], post["replyCount"]) = (4, 3, 2, 1)));
        bluesky.Answers[Profiles] = static _ => SearchStub.Json("""{ "profiles": [ { "did": "did:plc:1", "followersCount": 12 } ] }""");

        var found = await bluesky.FindAsync();

        var item = Assert.Single(found.Items);
        Assert.Equal(
            ("at://did:plc:1/app.bsky.feed.post/1", "original", SearchStub.Now.AddMinutes(-10), "Give blood #MissingType", "did:plc:1", "person1.example"),
            (item.Id, item.Kind, item.CreatedAt, item.Text, item.AuthorId, item.AuthorHandle));
        Assert.Equal((12L, 4L, 5L, 1L, null), (item.Followers, item.Likes, item.Shares, item.Comments, item.Views));
        Assert.Equal("https://bsky.app/profile/did:plc:1/post/1", item.Url?.AbsoluteUri);
        Assert.Equal((null, false, 2), (found.Next, found.IsCutShort, found.Requests));
    }

    [Fact]
    public async Task The_question_names_the_hashtag_the_window_and_the_page()
    {
        using var bluesky = new BlueskySearchStub();
        await bluesky.FindAsync("40");
        var asked = HttpUtility.ParseQueryString(bluesky.Far.Asked.Last().Split('?')[1]);
        Assert.Equal(
            ("#missingtype", "latest", "2026-06-04T08:00:00.000Z", "2026-06-05T08:00:00.000Z", "100", "40"),
            (asked["q"], asked["sort"], asked["since"], asked["until"], asked["limit"], asked["cursor"]));
    }

    [Theory]
    [InlineData("""{ "reply": { "root": {}, "parent": {} } }""", "reply")]
    [InlineData("""{ "embed": { "$type": "app.bsky.embed.record", "record": { "uri": "at://did:plc:b/app.bsky.feed.post/3" } } }""", "quote")]
    [InlineData("""{ "embed": { "$type": "app.bsky.embed.recordWithMedia", "record": { "record": { "uri": "at://did:plc:b/app.bsky.feed.post/3" } } } }""", "quote")]
    [InlineData("""{ "embed": { "$type": "app.bsky.embed.record", "record": { "uri": "at://did:plc:b/app.bsky.graph.list/3" } } }""", "original")]
    [InlineData("""{ "embed": { "$type": "app.bsky.embed.images", "images": [] } }""", "original")]
    [InlineData("""{ "reply": { "root": {} }, "embed": { "$type": "app.bsky.embed.record", "record": { "uri": "at://did:plc:b/app.bsky.feed.post/3" } } }""", "reply")]
    public async Task A_post_is_an_answer_a_quote_or_said_of_its_own_accord(string more, string kind)
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows(null, Post(1, 10, change: post =>
        {
            foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
            {
                post["record"]![name] = value!.DeepClone();
            }
        }));
        Assert.Equal(kind, Assert.Single((await bluesky.FindAsync()).Items).Kind);
    }

    [Fact]
    public async Task Hashtags_that_are_attached_to_a_post_or_linked_in_it_are_uses_too()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows(null, Post(1, 10, "Where are the letters?", post =>
        {
            post["record"]!["tags"] = JsonNode.Parse("""[ "MissingType", "two words", "#", "", 7, null, "https://a.example/#x" ]""");
            post["record"]!["facets"] = JsonNode.Parse("""[ { "features": [ { "$type": "app.bsky.richtext.facet#tag", "tag": "GiveBlood" }, { "$type": "app.bsky.richtext.facet#link", "uri": "x" } ] }, 3 ]""");
        }));
        Assert.Equal("Where are the letters?\n#MissingType #GiveBlood", Assert.Single((await bluesky.FindAsync()).Items).Text);
    }

    [Fact]
    public async Task Posts_outside_the_window_are_left_out_and_the_first_old_one_ends_the_search()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows("100", Post(1, -1), Post(2, 0), Post(3, 24 * 60), Post(4, (24 * 60) + 1));
        var found = await bluesky.FindAsync();
        Assert.Equal(["at://did:plc:3/app.bsky.feed.post/3"], found.Items.Select(item => item.Id));
        Assert.Null(found.Next);

        bluesky.Shows("100", Post(1, 5), Post(2, 10));
        Assert.Equal("100", (found = await bluesky.FindAsync()).Next);
        Assert.Equal(SearchStub.Now.AddMinutes(-10), found.ReadBackTo);
    }

    [Fact]
    public async Task A_post_that_says_it_is_from_1970_neither_counts_nor_ends_the_search()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows("100", Post(1, 5), Post(2, 6, change: post => post["record"]!["createdAt"] = "1970-01-01T00:00:00Z"), Post(3, 7));
        var found = await bluesky.FindAsync();
        Assert.Equal(2, found.Items.Count);
        Assert.Equal("100", found.Next);
    }

    [Fact]
    public async Task A_page_that_leads_to_itself_is_where_the_search_is_cut_short()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows("100", Post(1, 5));
        var found = await bluesky.FindAsync("100");
        Assert.Equal((null, true), (found.Next, found.IsCutShort));
    }

    [Fact]
    public async Task Followers_are_looked_up_for_25_authors_at_a_time_and_unknown_where_they_are_not_told()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows(null, [.. Enumerable.Range(0, 60).Select(number => Post(number % 30, 1 + number)), Post(99, 24 * 60 * 3)]);
        var found = await bluesky.FindAsync();
        Assert.Equal(3, found.Requests);
        Assert.Equal(25, HttpUtility.ParseQueryString(bluesky.Far.Asked.ElementAt(2).Split('?')[1]).GetValues("actors")!.Length);
        Assert.All(found.Items, item => Assert.Null(item.Followers));

        bluesky.Answers[Profiles] = static _ => new(System.Net.HttpStatusCode.InternalServerError);
        Assert.Equal(60, (await bluesky.FindAsync()).Items.Count);
    }

    [Fact]
    public async Task Recent_use_counts_the_hashtag_and_not_what_only_contains_it()
    {
        using var bluesky = new BlueskySearchStub();
        bluesky.Shows(null, Post(1, 5), Post(1, 6), Post(2, 7, "#missingtypes"), Post(3, 60 * 24 * 6, "#MISSINGTYPE"));
        Assert.Equal(new(3, 2, SearchStub.Now.AddDays(-7), SearchStub.Now), await bluesky.Search.RecentUseAsync("missingtype", default));

        bluesky.Shows("100", Post(1, 5), Post(2, 30));
        Assert.Equal(new(2, 2, SearchStub.Now.AddMinutes(-30), SearchStub.Now), await bluesky.Search.RecentUseAsync("missingtype", default));

        bluesky.Refuses(SearchPosts, System.Net.HttpStatusCode.TooManyRequests, "RateLimitExceeded");
        Assert.Null(await bluesky.Search.RecentUseAsync("missingtype", default));
    }
}
