using System.Net;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class StorageAwayTests
{
    private const string FirstKey = "a-first-key-of-more-than-thirty-two-characters";

    [Fact]
    public async Task While_storage_is_away_every_route_says_so_as_problem_details()
    {
        var azurite = await Azurite.StartAsync();
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()), new Dictionary<string, string> { ["Access__FirstKey"] = FirstKey });
        engine.Http.DefaultRequestHeaders.Add("x-functions-key", FirstKey);
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json);
        await azurite.DisposeAsync();

        // What it said of its health while it started holds for seconds.
        var health = await Eventually.ComesAsync(() => engine.GetAsync("api/health"), static answer => answer.Status != HttpStatusCode.OK, static answer => answer.Text);
        var answers = await Task.WhenAll(
            Task.FromResult(health),
            engine.GetAsync("api/campaigns/give-blood"),
            engine.GetAsync("api/campaigns/give-blood/results"),
            engine.PutAsync("api/campaigns/other", SampleCampaign.Json),
            engine.PostAsync("api/mentions", """{ "channel": "x", "id": "1", "createdAt": "2015-06-08T10:00:00Z", "text": "#MissingType" }""", Requests.Ndjson));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.Status, answer.MediaType)));
        Assert.All(answers, answer => Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal));
        using (var again = await engine.Http.GetAsync(new Uri("api/campaigns/give-blood", UriKind.Relative)))
        {
            Assert.Equal("5", again.Headers.RetryAfter?.ToString());
        }

        Assert.Equal((true, false), (health.Json.GetProperty("live").GetBoolean(), health.Json.GetProperty("ready").GetBoolean()));

        // The first key rests in no table: whoever has it learns what does not answer.
        var dependencies = await engine.GetAsync("api/dependencies");
        Assert.Equal(HttpStatusCode.OK, dependencies.Status);
        Assert.Equal(
            ["tables down", "queues down", "blobs down"],
            dependencies.Json.GetProperty("dependencies").EnumerateArray().Take(3).Select(one => $"{one.GetProperty("name").GetString()} {one.GetProperty("status").GetString()}"));
    }
}
