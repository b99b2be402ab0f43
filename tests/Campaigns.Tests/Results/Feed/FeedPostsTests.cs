using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>Who reads results reads no post before everybody can.</summary>
public sealed class FeedPostsTests(AzuriteFixture azurite)
{
    private const string Body = """
        { "text": "Give blood", "variants": { "bluesky": "Give blood, now" }, "link": "https://example.org/letters", "dueAt": "2090-06-08T09:00:00+01:00", "channels": ["bluesky", "facebookgroup"] }
        """;

    [Fact]
    public async Task A_post_has_its_text_and_link_only_once_it_is_out_and_a_delivery_no_reason_that_may_quote_it()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var feed = await StartAsync(engine);
        foreach (var (state, text, reason) in new (DeliveryState, string, string?)[]
        {
            (DeliveryState.Waiting, "", null),
            (DeliveryState.Claimed, "", null),
            (DeliveryState.Refused, "", null),
            (DeliveryState.Unknown, "", null),
            (DeliveryState.Expired, "", "A word"),
            (DeliveryState.Held, "", null),
            (DeliveryState.Cancelled, "", "A word"),
            (DeliveryState.Manual, "", null),
            (DeliveryState.Published, "Give blood, now", "A word"),
        })
        {
            await StandAsync(engine, "bluesky", state);

            var post = Assert.Single(await feed.AllAsync("/api/odata/Posts"));
            Assert.Equal((state, text, text.Length == 0 ? null : "https://example.org/letters"), (state, post["text"], post["link"]));
            var delivery = Assert.Single(await feed.AllAsync("/api/odata/Deliveries?$filter=channelKey eq 'bluesky'"));
            Assert.Equal((state.Name(), reason), (delivery["state"], delivery["reason"]));
        }
    }

    [Fact]
    public async Task A_post_shows_the_text_that_went_out_and_says_that_it_changed_when_it_did()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var feed = await StartAsync(engine);
        var moments = new List<DateTimeOffset>();
        Assert.Equal("", await TextAsync());

        await StandAsync(engine, "bluesky", DeliveryState.Published);
        Assert.Equal("Give blood, now", await TextAsync());
        await StandAsync(engine, "facebookgroup", DeliveryState.Published);
        Assert.Equal("Give blood", await TextAsync());

        Assert.Equal(moments.Distinct().Order(), moments);

        async Task<object?> TextAsync()
        {
            var row = Assert.Single(await feed.AllAsync("/api/odata/Posts"));
            moments.Add((DateTimeOffset)row["changedAt"]!);
            return row["text"];
        }
    }

    [Fact]
    public async Task Posts_of_later_pages_know_what_went_out_too()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        foreach (var post in new[] { "a", "a-b", "b" })
        {
            await Posting.PutAsync(engine, post, "\"bluesky\", \"facebookgroup\"");
        }

        await Posting.SettleAsync(engine, "a-b", DeliveryState.Published, "2015-06-08T08:00:00Z");
        await Posting.SettleAsync(engine, "b", DeliveryState.Published, "2015-06-08T08:00:00Z");
        var feed = await FeedClient.StartAsync(engine);

        var rows = await feed.AllAsync("/api/odata/Posts", "Prefer: odata.maxpagesize=1");

        Assert.Equal([("a", ""), ("a-b", "Give blood"), ("b", "Give blood")], rows.Select(row => (row["post"], row["text"])));
    }

    private static async Task<FeedClient> StartAsync(TestEngine engine)
    {
        await SampleCampaign.PutAsync(engine);
        Assert.Equal(201, (await new RouteCaller(engine).AskAsync("PUT", "/api/campaigns/missing-type/posts/hello", Body)).Status);
        return await FeedClient.StartAsync(engine);
    }

    private static async Task StandAsync(TestEngine engine, string channel, DeliveryState state)
    {
        var ledger = Ledger.Of((await engine.Get<CampaignTable>().FindAsync("missing-type", default))!);
        var delivery = await engine.Get<PostTable>().ListDeliveriesAsync(ledger, null, default).FirstAsync(delivery => delivery.Channel.Name == channel);
        Assert.NotNull(await engine.Get<PostTable>().UpdateAsync(ledger, delivery with { State = state, Reason = "A word" }, default));
    }
}
