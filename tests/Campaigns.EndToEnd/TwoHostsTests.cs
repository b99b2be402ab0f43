using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class TwoHostsTests
{
    [Fact]
    public async Task Two_hosts_on_one_storage_count_the_same_hours_together_and_exactly()
    {
        await using var azurite = await Azurite.StartAsync();
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var one = await EngineProcess.StartAsync(storage);
        await using var other = await EngineProcess.StartAsync(storage);
        await one.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json);
        // One mention a second: fifteen hours, several messages for each, taken in twice at the same time.
        var lines = new MentionLines(bytes: 20 * 1024 * 1024, badLine: 0);

        var taken = await Task.WhenAll(PostAsync(one, lines), PostAsync(other, lines));

        Assert.All(taken, static answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        await new StorageQueues(storage).DrainedAsync();
        await Eventually.ComesAsync(() => FiguresAsync(one), figures => figures == lines.Figures, figures => $"Expected {lines.Figures}\nbut it is {figures}");
        Assert.Equal(lines.Figures, await FiguresAsync(other));
    }

    private static Task<Answer> PostAsync(EngineProcess engine, MentionLines lines) => engine.SendAsync(new HttpRequestMessage(HttpMethod.Post, "api/mentions")
    {
        Content = new PushedContent(lines.WriteAsync, lines.Length) { Headers = { ContentType = MediaTypeHeaderValue.Parse(Requests.Ndjson) } },
    });

    private static async Task<(long Mentions, long Contributors, long PotentialReach)> FiguresAsync(EngineProcess engine)
    {
        var results = (await engine.GetAsync("api/campaigns/give-blood/results")).Json;
        return (Number("mentions"), Number("contributors"), Number("potentialReach"));

        long Number(string name) => results.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0;
    }
}
