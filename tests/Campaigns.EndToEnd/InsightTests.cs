using System.Net;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class InsightTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_mentions_feel_is_shown_and_each_counts_once_however_often_it_is_handed_in()
    {
        await using var engine = await EngineProcess.StartAsync(new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json);
        (string Text, string? Language)[] texts =
        [
            .. Enumerable.Repeat<(string, string?)>(("I love this campaign, the nurses were wonderful! #MissingType", "en"), 8),
            .. Enumerable.Repeat<(string, string?)>(("I hate the waiting list, what a terrible service #MissingType", null), 7),
            .. Enumerable.Repeat<(string, string?)>(("The session opens at nine in the town hall #MissingType", "en-GB"), 6),
            .. Enumerable.Repeat<(string, string?)>(("Rwy'n falch iawn o roi gwaed heddiw #MissingType", "cy"), 6),
        ];
        var lines = string.Join('\n', texts.Select((text, number) => JsonSerializer.Serialize(
            new { channel = "x", id = $"{number}", createdAt = "2015-06-10T10:00:00Z", text = text.Text, language = text.Language, author = new { id = $"a{number}", followers = 10 } })));

        foreach (var _ in new[] { "once", "again" })
        {
            Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("api/mentions", lines, Requests.Ndjson)).Status);
        }

        var results = (await ComeAsync(engine, texts.Length)).Json;
        // What was handed in again is behind everything else in the queue.
        Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("api/mentions", lines + "\n" + lines.Replace("2015-06-10", "2015-06-11", StringComparison.Ordinal).Replace("\"id\":\"", "\"id\":\"b", StringComparison.Ordinal), Requests.Ndjson)).Status);
        var later = (await ComeAsync(engine, 2 * texts.Length)).Json;

        foreach (var (answer, times) in new[] { (results, 1), (later, 2) })
        {
            var sentiment = answer.GetProperty("sentiment");
            Assert.Equal(
                (8 * times, 6 * times, 7 * times, 0, 21 * times, 6 * times),
                (Number(sentiment, "positive"), Number(sentiment, "neutral"), Number(sentiment, "negative"), Number(sentiment, "mixed"), Number(sentiment, "analysed"), Number(sentiment, "notOffered")));
            Assert.Equal("embedded", sentiment.GetProperty("analyser").GetString());
            Assert.Equal((21 * times, 6 * times), (Number(answer.GetProperty("languages"), "en"), Number(answer.GetProperty("languages"), "cy")));
        }

        var day = (await engine.GetAsync("api/campaigns/give-blood/results/timeline?grain=day")).Json.GetProperty("rows")[0].GetProperty("sentiment");
        Assert.Equal((8, 7, 21), (Number(day, "positive"), Number(day, "negative"), Number(day, "analysed")));
    }

    private static Task<Answer> ComeAsync(EngineProcess engine, int mentions) => Eventually.ComesAsync(
        async () => await engine.GetAsync("api/campaigns/give-blood/results"),
        answer => answer.Json.GetProperty("sentiment").GetProperty("of") is { ValueKind: JsonValueKind.Number } of && of.GetInt32() == mentions
            && answer.Json.GetProperty("mentions").GetInt32() == mentions && Number(answer.Json.GetProperty("sentiment"), "notLookedAt") == 0,
        answer => $"The texts of {mentions} mentions were not analysed: {answer.Text}");

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
