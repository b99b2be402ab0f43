using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Bluesky;

/// <summary>The engine as people run it, listening to a real Bluesky network: nobody hands anything in.</summary>
[Collection(nameof(BlueskyNetwork))]
public sealed class BlueskyListeningTests(AzuriteFixture azurite, BlueskyNetworkFixture fixture)
{
    [Fact]
    public async Task What_people_say_on_a_real_network_is_counted_once_with_reach_and_coverage()
    {
        var network = fixture.Network;
        var (tag, now) = ($"donor{Guid.NewGuid().ToString("N")[..8]}", TimeProvider.System.GetUtcNow());
        var (ann, ben, cat) = (await network.SignUpAsync("ann"), await network.SignUpAsync("ben"), await network.SignUpAsync("cat"));
        foreach (var person in new[] { ben, cat })
        {
            await network.WriteAsync(person, "app.bsky.graph.follow", new JsonObject { ["subject"] = ann.Did, ["createdAt"] = Iso(now) });
        }

        var said = (await network.WriteAsync(ann, "app.bsky.feed.post", Post($"Where are the letters? #{tag}", now.AddMinutes(-90))))[0];
        var answer = Post($"I gave twice. #{tag}", now.AddMinutes(-30));
        answer["reply"] = new JsonObject { ["root"] = said.DeepClone(), ["parent"] = said.DeepClone() };
        await network.WriteAsync(ben, "app.bsky.feed.post", answer, Post($"Not the same #{tag}s", now.AddMinutes(-20)), Post("Nothing of the kind", now.AddMinutes(-10)));

        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()), new Dictionary<string, string>
        {
            ["Bluesky__Accounts__0__Handle"] = cat.Handle,
            ["Bluesky__Accounts__0__AppPassword"] = cat.Password,
            ["Bluesky__Accounts__0__Service"] = network.Service.AbsoluteUri,
        });
        await engine.CreateAsync("api/campaigns/give-blood", string.Create(CultureInfo.InvariantCulture, $$"""
            { "name": "Give blood", "start": "{{now.AddDays(-2):yyyy-MM-dd}}", "end": "{{now.AddDays(2):yyyy-MM-dd}}", "timeZone": "Etc/UTC", "suppressBelow": 1,
              "hashtags": ["#{{tag}}"], "plan": { "tell": "New donors are needed", "hear": "What keeps people away", "act": "Open sessions" }, "listening": { "channels": ["bluesky"] } }
            """));

        var results = await ResultsAsync(engine, mentions: 2);
        Assert.Equal((2, 2), (results.GetProperty("uses").GetProperty("total").GetInt64(), results.GetProperty("contributors").GetInt64()));
        Assert.Equal((1, 1), (results.GetProperty("byKind").GetProperty("original").GetInt64(), results.GetProperty("byKind").GetProperty("reply").GetInt64()));
        Assert.Equal(2, results.GetProperty("potentialReach").GetInt64());
        Assert.Contains(
            results.GetProperty("coverage").EnumerateArray(),
            part => part.GetProperty("channel").GetString() == "bluesky" && part.GetProperty("hashtag").GetString() == tag && part.GetProperty("state").GetString() == "searched");

        // What is said later is found by a later search, which finds the rest again and counts it no more.
        await network.WriteAsync(cat, "app.bsky.feed.post", Post($"Me too #{tag}", TimeProvider.System.GetUtcNow()));
        results = await ResultsAsync(engine, mentions: 3);
        Assert.Equal((3, 3), (results.GetProperty("uses").GetProperty("total").GetInt64(), results.GetProperty("contributors").GetInt64()));

        Assert.Equal(0, await engine.StopAsync());
        Assert.All(
            new[] { "letters", "twice", ann.Handle, ben.Handle, ann.Did, ben.Did, cat.Password },
            word => Assert.DoesNotContain(word, engine.Log, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<JsonElement> ResultsAsync(EngineProcess engine, long mentions) => (await Eventually.ComesAsync(
        async () =>
        {
            Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("admin/functions/PlanSearches", "{}")).Status);
            await Task.Delay(TimeSpan.FromSeconds(3));
            return await engine.GetAsync("api/campaigns/give-blood/results");
        },
        answer => answer.Status == HttpStatusCode.OK && answer.Json.GetProperty("mentions") is { ValueKind: JsonValueKind.Number } counted && counted.GetInt64() >= mentions,
        answer => $"{answer.Text}\n{engine.Log}",
        TimeSpan.FromMinutes(5))).Json;

    private static JsonObject Post(string text, DateTimeOffset at) => new() { ["text"] = text, ["createdAt"] = Iso(at) };

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
