using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;

namespace Campaigns.Benchmarks.Soak;

/// <summary>What people and programs ask of an engine while a campaign runs, all at once and each at its own pace.</summary>
/// <param name="plan">How much.</param>
/// <param name="made">The mentions.</param>
/// <param name="posts">The posts.</param>
/// <param name="webhooks">Systems of others.</param>
/// <param name="calls">Calls the engine.</param>
internal sealed class SoakLoad(SoakPlan plan, MadeMentions made, SoakPosts posts, SoakWebhooks webhooks, TimedCalls calls)
{
    private const int SignedEvery = 5;

    private static readonly string[] Reads =
    [
        "results", "results/timeline?grain=hour", "results/timeline?format=csv", "results/report", "results/report?format=md", "results/contributors", "results.csv", "listening", "insight", "", "supporters",
    ];

    private int lines;
    private int plans;

    /// <summary>Goes on until the time is over.</summary>
    public async Task RunAsync()
    {
        await calls.SendAsync("PUT campaign", HttpMethod.Put, $"api/campaigns/{made.Campaign}", made.Document());
        await calls.SendAsync("PUT supporters", HttpMethod.Put, $"api/campaigns/{made.Campaign}/supporters", "[]");
        await posts.BeginAsync();
        await webhooks.BeginAsync();
        await Task.WhenAll(
            HandInAsync(), EachAsync(plan.EachPost, posts.PutAsync), EachAsync(TimeSpan.FromSeconds(10), ChangeAsync), EachAsync(TimeSpan.FromSeconds(5), posts.ReadAsync),
            ReadAsync(), EachAsync(TimeSpan.FromSeconds(3), () => calls.SendAsync("GET feed", HttpMethod.Get, "api/odata/UsesHourly?$count=true")),
            EachAsync(TimeSpan.FromSeconds(7), () => calls.SendAsync("GET campaigns", HttpMethod.Get, "api/campaigns")));
    }

    /// <summary>Every line, at its own time, one body in five signed: what could not be sent in time is sent at once, so that the rate holds on the whole.</summary>
    private async Task HandInAsync()
    {
        var each = plan.LinesPerSecond / 2;
        var bodies = 0;
        for (var clock = Stopwatch.StartNew(); lines < made.Lines.Count;)
        {
            var count = Math.Min(each, made.Lines.Count - lines);
            var body = made.Body(lines, count);
            await (++bodies % SignedEvery == 0 ? webhooks.HandInAsync(body) : calls.SendAsync("POST mentions", HttpMethod.Post, "api/mentions", body, "application/x-ndjson"));
            lines += count;
            var early = TimeSpan.FromSeconds((double)lines / plan.LinesPerSecond) - clock.Elapsed;
            await Task.Delay(early > TimeSpan.Zero ? early : TimeSpan.Zero);
        }
    }

    private async Task ReadAsync()
    {
        var at = 0;
        await EachAsync(TimeSpan.FromMilliseconds(250), () =>
        {
            var read = Reads[at++ % Reads.Length];
            return calls.SendAsync($"GET {(read.Length == 0 ? "campaign" : read.Split('?')[0])}", HttpMethod.Get, $"api/campaigns/{made.Campaign}/{read}".TrimEnd('/'));
        });
    }

    /// <summary>Changes the plan, as somebody does who has read it just before.</summary>
    private async Task ChangeAsync()
    {
        if (await calls.SendAsync("GET campaign", HttpMethod.Get, $"api/campaigns/{made.Campaign}") is { ETag: { } tag })
        {
            var document = made.Document($"\"owner\": \"Owner {++plans}\",");
            await calls.SendAsync("PUT campaign", HttpMethod.Put, $"api/campaigns/{made.Campaign}", Encoding.UTF8.GetBytes(document), ifMatch: tag);
            if (plans % 3 == 0 && await calls.SendAsync("GET supporters", HttpMethod.Get, $"api/campaigns/{made.Campaign}/supporters") is { ETag: { } listTag })
            {
                var list = JsonSerializer.SerializeToUtf8Bytes(new[] { new { channel = "x", handle = $"nobody{plans}", name = $"Nobody {plans}", kind = "organisation", basis = "benchmark" } });
                await calls.SendAsync("PUT supporters", HttpMethod.Put, $"api/campaigns/{made.Campaign}/supporters", list, ifMatch: listTag);
            }
        }
    }

    private async Task EachAsync(TimeSpan pause, Func<Task> what)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < plan.Length;)
        {
            await what();
            await Task.Delay(pause);
        }
    }
}
