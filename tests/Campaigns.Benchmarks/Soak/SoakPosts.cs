using System.Globalization;
using System.Text.Json;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Bluesky;

namespace Campaigns.Benchmarks.Soak;

/// <summary>Posts that are put to go out soon, on a real Bluesky server on the loopback; each must be there once.</summary>
/// <param name="server">The server.</param>
/// <param name="calls">Calls the engine.</param>
internal sealed class SoakPosts(BlueskyServer server, TimedCalls calls)
{
    private const string Campaign = "api/campaigns/soak-posts";

    private int put;

    public int Put => put;

    /// <summary>Makes their campaign.</summary>
    public Task BeginAsync()
    {
        var today = TimeProvider.System.GetUtcNow();
        return calls.SendAsync("PUT campaign", HttpMethod.Put, Campaign, string.Create(CultureInfo.InvariantCulture, $$"""
            { "name": "Soak", "start": "{{today.AddDays(-2):yyyy-MM-dd}}", "end": "{{today.AddDays(2):yyyy-MM-dd}}", "timeZone": "Etc/UTC",
              "hashtags": ["#SoakPosts"], "plan": { "tell": "New donors are needed", "hear": "What keeps people away", "act": "Open sessions" },
              "accounts": [{ "channel": "bluesky", "account": "{{server.Handle}}" }] }
            """));
    }

    /// <summary>Puts one that is due in some seconds.</summary>
    public async Task PutAsync()
    {
        var number = Interlocked.Increment(ref put);
        var post = JsonSerializer.Serialize(new { text = $"Soak post {number} #SoakPosts", dueAt = TimeProvider.System.GetUtcNow().AddSeconds(15), channels = new[] { "bluesky" } });
        await calls.SendAsync("PUT post", HttpMethod.Put, $"{Campaign}/posts/soak-{number}", post);
    }

    /// <summary>Looks at the ledger, as people do.</summary>
    public Task ReadAsync() => calls.SendAsync("GET deliveries", HttpMethod.Get, $"{Campaign}/deliveries?limit=50");

    /// <summary>What is not as it must be: each post stands in the ledger as published and on the server once. Waits for those that are due.</summary>
    /// <param name="patience">How long.</param>
    public async Task<IReadOnlyList<string>> WrongAsync(Patience patience)
    {
        while (true)
        {
            var answer = await calls.SendAsync("GET deliveries", HttpMethod.Get, $"{Campaign}/deliveries?limit=1000");
            var states = answer is { } told ? JsonDocument.Parse(told.Text).RootElement.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("state").GetString()).ToArray() : [];
            if ((states.Length == put && states.All(static state => state == "published")) || patience.IsOver)
            {
                var texts = (await server.PostsAsync()).Select(static post => post.GetProperty("value").GetProperty("text").GetString()).ToArray();
                return
                [
                    .. states.Where(static state => state != "published").Select(static state => $"a post is {state} in the ledger"),
                    .. states.Length == put ? Array.Empty<string>() : [$"{states.Length} deliveries instead of {put}"],
                    .. Enumerable.Range(1, put).Select(number => (Number: number, Count: texts.Count(text => text == $"Soak post {number} #SoakPosts"))).Where(static post => post.Count != 1).Select(static post => $"post {post.Number} is on the server {post.Count} times"),
                ];
            }

            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }
}
