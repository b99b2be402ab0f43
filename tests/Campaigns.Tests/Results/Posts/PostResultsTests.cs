using System.Text.Json;
using Campaigns.Publishing;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Posts;

public sealed class PostResultsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_post_stands_with_what_was_entered_and_what_nobody_entered_is_unknown()
    {
        await using var engine = await StartAsync();
        await Posting.PutAsync(engine, "hello");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-06-08T08:00:00Z");
        await EnterAsync(engine, "likes", "2015-06-09", "12");
        await EnterAsync(engine, "likes", "2015-06-10", "40");
        await EnterAsync(engine, "reach", "2015-06-10", "0");
        await EnterAsync(engine, "clicks", "2015-06-10", "null");

        var results = await ListeningRun.ResultsAsync(engine);

        var post = results.GetProperty("posts")[0];
        Assert.Equal(
            ("hello", "bluesky", "nhsbt.example", "published", "2015-06-08T09:00:00+01:00", "https://example.org/bluesky/hello", "2015-06-10"),
            (Text(post, "postId"), Text(post, "channel"), Text(post, "account"), Text(post, "state"), Text(post, "publishedAt"), Text(post, "url"), Text(post, "date")));
        Assert.Equal("40 value, 0 zero, null not_offered, null not_yet", string.Join(", ", new[] { "likes", "reach", "clicks", "shares" }.Select(name => $"{post.GetProperty(name).GetRawText()} {Status(results, $"/posts/0/{name}")}")));
        Assert.Equal("Nobody entered it, and the channel is not asked for it yet.", Text(results.GetProperty("figures").GetProperty("/posts/0/shares"), "why"));
        Assert.Equal("hello", Text(results.GetProperty("reported")[0], "post"));
    }

    [Fact]
    public async Task What_could_be_of_several_accounts_is_of_none_of_them_until_it_says_which()
    {
        await using var engine = await StartAsync();
        await Posting.PutAsync(engine, "hello", "\"bluesky\", \"facebookgroup\"");
        await EnterAsync(engine, "views", "2015-06-09", "7");
        var before = (await ListeningRun.ResultsAsync(engine)).GetProperty("posts");

        await EnterAsync(engine, "views", "2015-06-09", "5", ", \"channel\": \"facebookgroup\"");
        var after = (await ListeningRun.ResultsAsync(engine)).GetProperty("posts");

        Assert.Equal(["null", "null"], before.EnumerateArray().Select(post => post.GetProperty("views").GetRawText()));
        Assert.Equal(["bluesky null", "facebookgroup 5"], after.EnumerateArray().Select(post => $"{Text(post, "channel")} {post.GetProperty("views").GetRawText()}"));
    }

    [Fact]
    public async Task What_never_went_out_has_no_numbers_and_a_campaign_without_posts_says_so()
    {
        await using var engine = await StartAsync();
        var none = await ListeningRun.ResultsAsync(engine);
        await Posting.PutAsync(engine, "hello");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Cancelled);

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal(("not_yet", "The campaign has no posts of its own."), (Status(none, "/posts"), Text(none.GetProperty("figures").GetProperty("/posts"), "why")));
        Assert.Equal("not_offered", Status(results, "/posts/0/reach"));
    }

    [Fact]
    public async Task Paid_and_organic_are_never_taken_for_the_whole()
    {
        await using var engine = await StartAsync();
        await Posting.PutAsync(engine, "hello");
        await EnterAsync(engine, "reach", "2015-06-09", "100", ", \"scope\": \"paid\"");
        var alone = await ListeningRun.ResultsAsync(engine);
        await EnterAsync(engine, "reach", "2015-06-09", "50", ", \"scope\": \"organic\"");
        var apart = await ListeningRun.ResultsAsync(engine);

        await EnterAsync(engine, "reach", "2015-06-08", "120");

        foreach (var results in new[] { alone, apart })
        {
            Assert.Equal(("null", "not_yet"), (results.GetProperty("posts")[0].GetProperty("reach").GetRawText(), Status(results, "/posts/0/reach")));
            Assert.Equal("It was entered for a scope alone, such as paid or organic, which is not the whole.", Text(results.GetProperty("figures").GetProperty("/posts/0/reach"), "why"));
        }

        Assert.Equal("120", (await ListeningRun.ResultsAsync(engine)).GetProperty("posts")[0].GetProperty("reach").GetRawText());
    }

    [Fact]
    public async Task The_latest_number_of_a_post_is_shown_however_much_of_channel_and_account_it_names()
    {
        await using var engine = await StartAsync();
        await Posting.PutAsync(engine, "hello");
        await EnterAsync(engine, "likes", "2015-06-10", "100");
        await EnterAsync(engine, "likes", "2015-06-12", "150", ", \"channel\": \"bluesky\"");
        await EnterAsync(engine, "shares", "2015-06-12", "7", ", \"channel\": \"bluesky\"");
        await EnterAsync(engine, "shares", "2015-06-12", "8", ", \"channel\": \"bluesky\", \"account\": \"nhsbt.example\"");
        var named = (await ListeningRun.ResultsAsync(engine)).GetProperty("posts")[0];

        await EnterAsync(engine, "likes", "2015-06-13", "160");
        await EnterAsync(engine, "shares", "2015-06-12", "9");
        var bare = (await ListeningRun.ResultsAsync(engine)).GetProperty("posts")[0];

        Assert.Equal(("150", "8", "2015-06-12"), (named.GetProperty("likes").GetRawText(), named.GetProperty("shares").GetRawText(), Text(named, "date")));
        Assert.Equal(("160", "9", "2015-06-13"), (bare.GetProperty("likes").GetRawText(), bare.GetProperty("shares").GetRawText(), Text(bare, "date")));
    }

    private static async Task EnterAsync(TestEngine engine, string name, string date, string value, string more = "") =>
        Assert.Equal(201, (await Entering.PutAsync(engine, name, date, Entering.Json(value, $", \"post\": \"hello\"{more}"))).Status);

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();

    private static string? Status(JsonElement results, string pointer) => Text(results.GetProperty("figures").GetProperty(pointer), "status");

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        return engine;
    }
}
