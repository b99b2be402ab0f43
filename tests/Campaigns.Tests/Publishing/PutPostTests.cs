using System.Text.Json;
using Campaigns.Channels;
using Campaigns.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class PutPostTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_new_post_is_created_and_read_back_with_its_tag_and_its_time_in_the_campaigns_zone()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var put = await rig.PutAsync(PublishingRig.Json("2015-06-05T09:00:00", "\"bluesky\", \"facebookgroup\"", ", \"variants\": { \"facebookgroup\": \"Dear group\" }"));
        Assert.Equal(201, put.Status);
        Assert.Equal("/api/campaigns/missing-type/posts/first", put.Headers.Location);

        var got = await GetAsync(rig);
        Assert.Equal((200, put.ETag), (got.Status, got.ETag));
        Assert.Equal("2015-06-05T09:00:00+01:00", got.Json.GetProperty("dueAt").GetString());
        Assert.Equal("Dear group", got.Json.GetProperty("variants").GetProperty("facebookgroup").GetString());
        Assert.Equal(304, (await GetAsync(rig, "first", $"If-None-Match: {got.ETag}")).Status);
        Assert.Equal(404, (await GetAsync(rig, "second")).Status);
        Assert.Equal(
            [("bluesky", "nhsbt.example", "waiting"), ("facebookgroup", "Blood donors", "waiting")],
            (await rig.DeliveriesAsync()).Select(d => (d.GetProperty("channel").GetString(), d.GetProperty("account").GetString(), d.GetProperty("state").GetString())));
    }

    [Fact]
    public async Task An_update_needs_the_current_tag_and_what_was_read_can_be_put_back()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var first = await rig.PutAsync(PublishingRig.Json("2015-06-09T09:00:00Z"));
        Assert.Equal(428, (await rig.PutAsync(PublishingRig.Json())).Status);
        Assert.Equal(412, (await rig.PutAsync(PublishingRig.Json(), "first", "If-None-Match: *")).Status);
        var second = await rig.PutAsync(PublishingRig.Json("2015-06-10T09:00:00Z"), "first", $"If-Match: {first.ETag}");
        Assert.Equal(200, second.Status);
        Assert.Equal(412, (await rig.PutAsync(PublishingRig.Json(), "first", $"If-Match: {first.ETag}")).Status);
        var back = await rig.PutAsync(second.Text, "first", $"If-Match: {second.ETag}");
        Assert.Equal((200, second.ETag), (back.Status, back.ETag));
        Assert.Equal(412, (await rig.PutAsync(PublishingRig.Json(), "other", "If-Match: \"x\"")).Status);
    }

    [Fact]
    public async Task Every_fault_is_reported_at_once_with_field_value_and_rule()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var answer = await rig.PutAsync($$"""
            { "text": "{{new string('x', 101)}}", "variants": { "x": "shorter", "myspace": "old" }, "dueAt": "2015-06-08T09:00:00Z", "notAfter": "2015-06-08T08:00:00Z",
              "media": [{ "url": "http://example.org/a.png", "alt": "A sign" }, { "url": "https://192.168.0.1/a.png", "alt": "" }, { "url": "https://me:secret@example.org/a.png", "alt": "A sign", "size": 1 }],
              "link": "blood.co.uk", "channels": ["bluesky", "bluesky", "linkedin", "fax"], "colour": "red" }
            """, "No such id");

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            [
                "channels[1]", "channels[2]", "channels[3]", "colour", "link", "media[0].url", "media[1].alt", "media[1].url", "media[2].size", "media[2].url",
                "notAfter", "postId", "variants.myspace", "variants.x",
            ],
            answer.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_channels_own_rules_are_checked_when_the_content_is_put()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var tooLong = new string('x', 101);
        Assert.Equal(["text: at most 100 here"], (await rig.PutAsync(PublishingRig.Json().Replace("Give blood", tooLong, StringComparison.Ordinal))).Faults);
        Assert.Equal(["variants.bluesky: at most 100 here"], (await rig.PutAsync(PublishingRig.Json(more: $", \"variants\": {{ \"bluesky\": \"{tooLong}\" }}"))).Faults);
        Assert.Equal(201, (await rig.PutAsync(PublishingRig.Json(more: ", \"variants\": { \"bluesky\": \"Short\" }").Replace("Give blood", tooLong, StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task What_has_gone_out_no_longer_changes()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var put = await rig.PutAsync(PublishingRig.Json());
        await rig.RunAsync();

        var changed = await rig.PutAsync(PublishingRig.Json("2015-06-10T09:00:00Z"), "first", $"If-Match: {put.ETag}");
        Assert.Equal(409, changed.Status);
        Assert.Contains("published", changed.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await rig.PutAsync(PublishingRig.Json(), "first", $"If-Match: {put.ETag}")).Status);
        Assert.Equal(409, (await rig.DeleteAsync()).Status);
    }

    [Fact]
    public async Task What_was_refused_goes_out_once_it_is_mended()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var put = await rig.PutAsync(PublishingRig.Json());
        rig.Platform.Before = static (post, _) => Task.FromResult<PublishOutcome?>(
            post.Content.Text.Contains("blood", StringComparison.Ordinal) ? new PublishOutcome.Refused("No blood here.") : null);
        await rig.RunAsync();
        Assert.Equal("No blood here.", (await rig.DeliveryAsync()).Reason);

        Assert.Equal(200, (await rig.PutAsync(PublishingRig.Json().Replace("blood", "plasma", StringComparison.Ordinal), "first", $"If-Match: {put.ETag}")).Status);
        await rig.RunAsync();
        Assert.Equal("Give plasma #MissingType", Assert.Single(rig.Platform.Posts).Content.Text);
    }

    [Fact]
    public async Task Two_managers_at_once_do_not_overwrite_each_other()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var created = await Task.WhenAll(rig.PutAsync(PublishingRig.Json("2015-06-09T09:00:00Z")), rig.PutAsync(PublishingRig.Json("2015-06-10T09:00:00Z")));
        Assert.Equal(201, created.Min(answer => answer.Status));
        Assert.True(created.Max(answer => answer.Status) is 412 or 428);
        Assert.Single(await rig.DeliveriesAsync());
    }

    [Fact]
    public async Task A_long_text_in_any_script_is_stored_as_it_is_and_one_that_storage_cannot_hold_is_refused()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var text = new string('ব', 19_000) + string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦é<&\u2028", 50));
        Assert.Equal(201, (await rig.PutAsync(Json(text))).Status);
        Assert.Equal(text, (await GetAsync(rig)).Json.GetProperty("text").GetString());
        Assert.Contains("an emoji counts 12", Assert.Single((await rig.PutAsync(Json(string.Concat(Enumerable.Repeat("🩸", 9_000))))).Faults), StringComparison.Ordinal);

        static string Json(string text) => JsonSerializer.Serialize(new { text, dueAt = "2015-06-10T09:00:00Z", channels = new[] { "facebookgroup" } });
    }

    [Fact]
    public async Task Posts_are_listed_in_pages()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        foreach (var id in new[] { "a", "a-b", "b", "c" })
        {
            await rig.PutAsync(PublishingRig.Json("2015-06-09T09:00:00Z"), id);
        }

        var first = await ListAsync(rig, "?limit=3");
        Assert.Equal(["a", "a-b", "b"], first.Json.GetProperty("items").EnumerateArray().Select(post => post.GetProperty("id").GetString()));
        var second = await ListAsync(rig, $"?limit=3&after={first.Json.GetProperty("next").GetString()}");
        Assert.Equal(["c"], second.Json.GetProperty("items").EnumerateArray().Select(post => post.GetProperty("id").GetString()));
        Assert.Equal(JsonValueKind.Null, second.Json.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_post_that_is_removed_does_not_go_out()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var put = await rig.PutAsync(PublishingRig.Json());
        Assert.Equal(412, (await rig.DeleteAsync("first", "If-Match: \"x\"")).Status);
        Assert.Equal(204, (await rig.DeleteAsync("first", $"If-Match: {put.ETag}")).Status);
        Assert.Equal(404, (await rig.DeleteAsync()).Status);
        await rig.RunAsync();
        Assert.Empty(rig.Platform.Posts);
        Assert.Empty(await rig.DeliveriesAsync());
    }

    private static async Task<Answer> GetAsync(PublishingRig rig, string postId = "first", params string[] headers)
    {
        var request = Call.Request(rig.Engine, "GET", $"/api/campaigns/missing-type/posts/{postId}", null, headers);
        return await Call.AnswerAsync(request, rig.Engine.Function<GetPost>().Run(request, "missing-type", postId, default));
    }

    private static async Task<Answer> ListAsync(PublishingRig rig, string query)
    {
        var request = Call.Request(rig.Engine, "GET", $"/api/campaigns/missing-type/posts{query}");
        return await Call.AnswerAsync(request, rig.Engine.Function<ListPosts>().Run(request, "missing-type", default));
    }
}
