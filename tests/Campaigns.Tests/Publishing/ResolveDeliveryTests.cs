using Campaigns.Publishing;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class ResolveDeliveryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_channel_without_an_API_becomes_a_task_with_the_text_and_is_settled_with_the_address()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json(channels: "\"facebookgroup\"", more: """
            , "link": "https://www.blood.co.uk/", "media": [{ "url": "https://www.blood.co.uk/a.png", "alt": "A sign" }], "variants": { "facebookgroup": "Dear group" }
            """));
        await rig.RunAsync();

        var task = Assert.Single(await rig.DeliveriesAsync("?state=manual"));
        Assert.Equal("Dear group", task.GetProperty("task").GetProperty("text").GetString());
        Assert.Equal("https://www.blood.co.uk/", task.GetProperty("task").GetProperty("link").GetString());
        Assert.Equal("A sign", task.GetProperty("task").GetProperty("media")[0].GetProperty("alt").GetString());
        Assert.Contains("published by hand", task.GetProperty("reason").GetString(), StringComparison.Ordinal);

        var settled = await rig.ResolveAsync(task.GetProperty("id").GetString()!, """{ "outcome": "published", "url": "https://facebook.com/groups/1/posts/2" }""");
        Assert.Equal(200, settled.Status);
        Assert.Equal("published", settled.Json.GetProperty("state").GetString());
        Assert.Equal("https://facebook.com/groups/1/posts/2", settled.Json.GetProperty("url").GetString());
        Assert.Equal(rig.Clock.GetUtcNow(), settled.Json.GetProperty("publishedAt").GetDateTimeOffset());
        Assert.Equal(200, (await rig.ResolveAsync(task.GetProperty("id").GetString()!, """{ "outcome": "published", "url": "https://facebook.com/groups/1/posts/2" }""")).Status);
        Assert.Equal(409, (await rig.ResolveAsync(task.GetProperty("id").GetString()!, """{ "outcome": "published", "url": "https://facebook.com/groups/1/posts/3" }""")).Status);
    }

    [Fact]
    public async Task A_task_that_nobody_did_is_left_or_given_again()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json(channels: "\"facebookgroup\""));
        await rig.RunAsync();
        var id = (await rig.DeliveryAsync()).Id;
        await rig.ResolveAsync(id, """{ "outcome": "notPublished", "retry": true }""");
        await rig.RunAsync();
        Assert.Equal(DeliveryState.Manual, (await rig.DeliveryAsync()).State);
        await rig.ResolveAsync(id, """{ "outcome": "notPublished", "retry": false }""");
        Assert.Equal(DeliveryState.Cancelled, (await rig.DeliveryAsync()).State);
    }

    [Theory]
    [InlineData("{}", "outcome")]
    [InlineData("""{ "outcome": "maybe" }""", "outcome")]
    [InlineData("""{ "outcome": "published" }""", "url")]
    [InlineData("""{ "outcome": "published", "url": "there", "retry": true }""", "url", "retry")]
    [InlineData("""{ "outcome": "notPublished", "url": "https://example.org/" }""", "url", "retry")]
    [InlineData("""{ "outcome": "notPublished", "retry": "yes", "by": "me" }""", "retry", "by", "retry")]
    public async Task What_does_not_settle_anything_is_refused(string json, params string[] fields)
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var answer = await rig.ResolveAsync("any", json);
        Assert.Equal(422, answer.Status);
        Assert.Equal(fields.Order(), answer.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()!).Order());
    }

    [Fact]
    public async Task What_is_not_open_is_not_settled()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        var id = (await rig.DeliveryAsync()).Id;
        Assert.Equal(409, (await rig.ResolveAsync(id, """{ "outcome": "published", "url": "https://example.org/" }""")).Status);
        Assert.Equal(404, (await rig.ResolveAsync("first.bluesky.00000000", """{ "outcome": "published", "url": "https://example.org/" }""")).Status);
        await rig.RunAsync();
        Assert.Equal(409, (await rig.ResolveAsync(id, """{ "outcome": "notPublished", "retry": true }""")).Status);
    }

    [Fact]
    public async Task The_ledger_is_listed_in_pages_and_by_state()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        foreach (var id in new[] { "a", "b", "c" })
        {
            await rig.PutAsync(PublishingRig.Json(id == "b" ? "2015-06-09T09:00:00Z" : PublishingRig.Monday), id);
        }

        await rig.RunAsync();
        var first = await rig.ListAsync("?limit=1&state=published");
        Assert.StartsWith("a.", first.Json.GetProperty("items")[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        var second = await rig.ListAsync($"?limit=1&state=published&after={first.Json.GetProperty("next").GetString()}");
        Assert.StartsWith("c.", second.Json.GetProperty("items")[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(["state: must be one of waiting, claimed, published, refused, unknown, expired, held, cancelled, manual"], (await rig.ListAsync("?state=gone")).Faults);
    }
}
