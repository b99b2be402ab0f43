using System.Globalization;
using System.Net;
using System.Text.Json;
using Campaigns.EndToEnd.Bluesky;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(nameof(BlueskyServer))]
public sealed class PublishingTests(AzuriteFixture azurite, BlueskyServerFixture bluesky)
{
    [Fact]
    public async Task A_post_due_in_one_minute_appears_on_the_real_server_once_and_its_address_in_the_ledger()
    {
        var server = bluesky.Server;
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()), Settings(server, server.Service));
        await engine.CreateAsync("api/campaigns/give-blood", Campaign(server));
        var dueAt = DateTimeOffset.UtcNow.AddMinutes(1);
        await engine.CreateAsync("api/campaigns/give-blood/posts/launch", Post("In one minute #MissingType", dueAt));
        Assert.Empty(await PublishedAsync(server, "In one minute"));

        // No run is asked for by hand: the timer must find it.
        var delivery = (await DeliveriesAsync(engine, static state => state == "published")).Single();
        Assert.InRange(delivery.GetProperty("publishedAt").GetDateTimeOffset(), dueAt, dueAt.AddMinutes(2));
        var record = Assert.Single(await PublishedAsync(server, "In one minute"));
        var key = record.GetProperty("uri").GetString()!.Split('/')[^1];
        Assert.Equal($"https://bsky.app/profile/{server.Handle}/post/{key}", delivery.GetProperty("url").GetString());

        // Two more runs find nothing to do.
        await RunTimerAsync(engine);
        await RunTimerAsync(engine);
        Assert.Equal(0, await engine.StopAsync());
        Assert.Single(await PublishedAsync(server, "In one minute"));
    }

    [Fact]
    public async Task A_host_that_is_killed_while_it_publishes_leaves_one_record_of_each_post()
    {
        var server = bluesky.Server;
        EngineProcess? engine = null;
        var (writes, second, killed) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        // The host dies when one record is written and it has not heard so, and another is on its way and not written.
        await using var way = await PassingProxy.StartAsync(
            server.Service.Port,
            async passing =>
            {
                if (!Writes(passing) || killed.Task.IsCompleted || Interlocked.Increment(ref writes) == 1)
                {
                    return true;
                }

                second.TrySetResult();
                await killed.Task;
                return false;
            },
            async passing =>
            {
                if (!Writes(passing) || killed.Task.IsCompleted)
                {
                    return true;
                }

                await second.Task;
                await engine!.KillAsync();
                killed.SetResult();
                return false;
            });
        await using var running = engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()), Settings(server, way.Address));
        await engine.CreateAsync("api/campaigns/give-blood", Campaign(server));
        var names = new[] { "one", "two" };
        foreach (var name in names)
        {
            await engine.CreateAsync($"api/campaigns/give-blood/posts/{name}", Post($"Killed while publishing, {name}", DateTimeOffset.UtcNow.AddMinutes(-1)));
        }

        await RunTimerAsync(engine);
        await killed.Task.WaitAsync(Eventually.Patience);
        Assert.Single(await PublishedAsync(server, "Killed while publishing"));
        await engine.StartAgainAsync();

        var deliveries = await DeliveriesAsync(engine, static state => state == "published");
        Assert.Equal(2, deliveries.Count);
        foreach (var name in names)
        {
            var record = Assert.Single(await PublishedAsync(server, $"Killed while publishing, {name}"));
            var key = record.GetProperty("uri").GetString()!.Split('/')[^1];
            Assert.Contains(deliveries, delivery => delivery.GetProperty("postId").GetString() == name && delivery.GetProperty("url").GetString()!.EndsWith($"/{key}", StringComparison.Ordinal));
        }
    }

    private static bool Writes(Passing passing) => passing.Path.EndsWith("com.atproto.repo.putRecord", StringComparison.Ordinal);

    private static Dictionary<string, string> Settings(BlueskyServer server, Uri service) => new()
    {
        ["Bluesky__Accounts__0__Handle"] = server.Handle,
        ["Bluesky__Accounts__0__AppPassword"] = server.AppPassword,
        ["Bluesky__Accounts__0__Service"] = service.AbsoluteUri,
        ["Publishing__ClaimLease"] = "00:01:00",
        ["LocalHost__LeaseSeconds"] = "3",
    };

    private static string Campaign(BlueskyServer server)
    {
        var today = DateTimeOffset.UtcNow;
        return string.Create(CultureInfo.InvariantCulture, $$"""
            { "name": "Give blood", "start": "{{today.AddDays(-2):yyyy-MM-dd}}", "end": "{{today.AddDays(2):yyyy-MM-dd}}", "timeZone": "Etc/UTC",
              "hashtags": ["#MissingType"], "plan": { "tell": "New donors are needed", "hear": "What keeps people away", "act": "Open sessions" },
              "accounts": [{ "channel": "bluesky", "account": "{{server.Handle}}" }] }
            """);
    }

    private static string Post(string text, DateTimeOffset dueAt) => JsonSerializer.Serialize(new { text, dueAt, channels = new[] { "bluesky" } });

    private static async Task RunTimerAsync(EngineProcess engine) =>
        Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("admin/functions/PublishDue", "{}")).Status);

    private static async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(EngineProcess engine, Func<string, bool> enough) => await Eventually.ComesAsync(
        async () => (IReadOnlyList<JsonElement>)[.. (await engine.GetAsync("api/campaigns/give-blood/deliveries")).Json.GetProperty("items").EnumerateArray()],
        deliveries => deliveries.Count > 0 && deliveries.All(delivery => enough(delivery.GetProperty("state").GetString()!)),
        deliveries => $"{string.Join('\n', deliveries)}\n{engine.Log}",
        TimeSpan.FromMinutes(5));

    private static async Task<IReadOnlyList<JsonElement>> PublishedAsync(BlueskyServer server, string text) =>
        [.. (await server.PostsAsync()).Where(post => post.GetProperty("value").GetProperty("text").GetString()!.StartsWith(text, StringComparison.Ordinal))];
}
