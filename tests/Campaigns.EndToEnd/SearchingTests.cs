using System.Globalization;
using System.Net;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class SearchingTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_whole_engine_finds_what_blogs_say_within_its_budget_and_says_what_it_did_not_look_at()
    {
        await using var blog = await StartBlogAsync();
        var settings = new Dictionary<string, string> { ["Outside__AllowPrivateAddresses"] = "true" };
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()), settings);
        var feed = blog.Urls.Single() + "/feed.xml";

        await engine.CreateAsync("api/campaigns/give-blood", Plan(feed, budget: 0));
        await TickAsync(engine);
        var stopped = await ListeningAsync(engine, "out_of_budget");
        Assert.Equal("The campaign's budget of 0 requests is spent.", stopped.GetProperty("searches")[0].GetProperty("reason").GetString());
        Assert.Contains("out_of_budget", await CoverageAsync(engine));

        var etag = (await engine.GetAsync("api/campaigns/give-blood")).ETag!;
        var larger = await engine.SendAsync(new HttpRequestMessage(HttpMethod.Put, "api/campaigns/give-blood")
        {
            Content = new StringContent(Plan(feed, budget: 10_000), System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "If-Match", etag } },
        });
        Assert.Equal(HttpStatusCode.OK, larger.Status);
        await TickAsync(engine);
        var searched = await ListeningAsync(engine, "searched");
        Assert.Equal((1, 3), (searched.GetProperty("budget").GetProperty("calls").GetProperty("spent").GetInt32(), searched.GetProperty("searches")[0].GetProperty("found").GetInt32()));
        await Eventually.ComesAsync(() => MentionsAsync(engine), static mentions => mentions == 3, static mentions => $"3 mentions are expected; results have {mentions}.");
        Assert.Contains("searched", await CoverageAsync(engine));
        Assert.DoesNotContain("out_of_budget", await CoverageAsync(engine));

        // Killed and started again it knows what it searched, and what it finds again counts nothing.
        await engine.KillAsync();
        await engine.StartAgainAsync();
        await TickAsync(engine);
        Assert.Equal(3, await MentionsAsync(engine));
        await ListeningAsync(engine, "searched");
        Assert.DoesNotContain("give blood at", engine.Log, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<WebApplication> StartBlogAsync()
    {
        var app = LoopbackSite.Build();
        app.MapGet("/feed.xml", static () => TypedResults.Text(
            $"""
            <rss version="2.0"><channel><title>Donors</title>
            {Item(1, 20)}{Item(2, 40)}{Item(3, 60)}{Item(4, 24 * 60 * 9)}
            </channel></rss>
            """,
            "application/rss+xml"));
        await app.StartAsync();
        return app;
    }

    private static string Item(int number, int minutesAgo) =>
        $"<item><guid>https://blog.example/{number}</guid><title>Why I give blood at home {number}</title><description>#GiveBlood</description><pubDate>{Now.AddMinutes(-minutesAgo).ToString("r", CultureInfo.InvariantCulture)}</pubDate></item>";

    private static string Plan(string feed, int budget) => $$"""
        { "name": "Give blood", "start": "{{Day(-2)}}", "end": "{{Day(7)}}", "timeZone": "Europe/London", "hashtags": ["#GiveBlood"],
          "plan": { "tell": "New donors are needed", "hear": "What keeps people away", "act": "Open sessions where people ask for them" },
          "listening": { "channels": ["blog"], "feeds": ["{{feed}}"] }, "budget": { "calls": {{budget}} } }
        """;

    private static string Day(int days) => Now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task TickAsync(EngineProcess engine) =>
        Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("admin/functions/PlanSearches", "{}")).Status);

    private static Task<JsonElement> ListeningAsync(EngineProcess engine, string state) => Eventually.ComesAsync(
        async () => (await engine.GetAsync("api/campaigns/give-blood/listening")).Json,
        listening => listening.GetProperty("searches")[0].GetProperty("state").GetString() == state,
        listening => $"The state {state} is expected: {listening}");

    private static async Task<string?[]> CoverageAsync(EngineProcess engine) =>
    [
        .. (await engine.GetAsync("api/campaigns/give-blood/results")).Json.GetProperty("coverage").EnumerateArray().Select(entry => entry.GetProperty("state").GetString()),
    ];

    private static async Task<long> MentionsAsync(EngineProcess engine) =>
        (await engine.GetAsync("api/campaigns/give-blood/results")).Json.GetProperty("mentions") is { ValueKind: JsonValueKind.Number } mentions ? mentions.GetInt64() : 0;
}
