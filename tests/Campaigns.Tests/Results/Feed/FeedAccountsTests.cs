using Campaigns.Publishing;
using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>A plan changes after posts went out; the facts still lead to accounts.</summary>
public sealed class FeedAccountsTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("""{ "channel": "bluesky", "account": "NHSBT.Example" }""", "bluesky,NHSBT.Example; facebookgroup,blood donors; instagram,nhsbt")]
    [InlineData("""{ "channel": "facebookgroup", "account": "BLOOD Donors" }""", "bluesky,nhsbt.example; facebookgroup,BLOOD Donors; instagram,nhsbt")]
    public async Task An_account_that_left_the_plan_or_is_written_otherwise_keeps_a_row_that_its_facts_lead_to(string left, string expected)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await Posting.PutAsync(engine, "hello", "\"bluesky\", \"facebookgroup\"");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-06-08T08:00:00Z");
        foreach (var channel in new[] { "bluesky", "facebookgroup" })
        {
            Assert.Equal(201, (await Entering.PutAsync(engine, "likes", "2015-06-08", Entering.Json("7"), $"?post=hello&channel={channel}")).Status);
        }

        Assert.Equal(201, (await Entering.PutAsync(engine, "followers", "2015-06-08", Entering.Followers("7"))).Status);

        await SampleCampaign.ChangeAsync(engine, SampleCampaign.Json[..SampleCampaign.Json.IndexOf("\"accounts\"", StringComparison.Ordinal)] + $"\"accounts\": [{left}] }}");

        var feed = await FeedClient.StartAsync(engine);
        var accounts = (await feed.AllAsync("/api/odata/Accounts")).Select(row => (string)row["accountKey"]!).ToList();
        Assert.Equal(expected.Split("; ").Select(key => $"missing-type,{key}"), accounts);
        foreach (var (set, count) in new[] { ("Deliveries", 2), ("PostMetricsDaily", 2), ("FollowersDaily", 1) })
        {
            var rows = await feed.AllAsync($"/api/odata/{set}");
            Assert.Equal(count, rows.Count);
            Assert.All(rows, row => Assert.Contains((string)row["accountKey"]!, accounts));
        }
    }
}
