using System.Net;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class MatchingTests(AzuriteFixture azurite)
{
    private static readonly string WithTopics = SampleCampaign.Json.Replace(
        "\"plan\":", """ "topics": [{ "id": "giving", "any": ["give blood"], "none": ["#ad"] }], "plan": """, StringComparison.Ordinal);

    [Fact]
    public async Task Hashtags_are_checked_and_uses_look_alikes_and_topics_are_counted_each_for_itself()
    {
        await using var engine = await EngineProcess.StartAsync(new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        await engine.CreateAsync("api/campaigns/give-blood", WithTopics);

        var answers = new List<Answer>();
        foreach (var tag in new[] { "%23MissingType", "missingtype", Uri.EscapeDataString("＃MissingТype"), "give%20blood" })
        {
            answers.Add(await engine.GetAsync($"api/hashtags/{tag}/check?start=2015-06-10&end=2015-06-11"));
        }

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(["same", "same", "look_alike", ""], answers.Select(answer => string.Join(' ', answer.Json.GetProperty("clashes").EnumerateArray().Select(clash => clash.GetProperty("kind").GetString()))));
        Assert.Equal([true, false], answers.Take(2).Select(answer => answer.Json.GetProperty("readable").GetProperty("isReadable").GetBoolean()));
        Assert.False(answers[3].Json.GetProperty("valid").GetBoolean());

        string[] texts =
        [
            "#MissingType: give \t blood", "＃ＭＩＳＳＩＮＧＴＹＰＥ", "#MissingТype", "#Missing\u200dType", "Give blood today", "Give blood #ad", "#GiveBlood",
            "\u200fתרמו דם #MissingType\u200f", "#MissingType👨‍👩‍👧‍👦", new string('a', 65_523) + " #MissingType", new string('a', 65_524) + " #MissingType",
        ];
        var posted = await engine.PostAsync("api/mentions", string.Join('\n', texts.Select((text, number) => JsonSerializer.Serialize(
            new { channel = "x", id = $"{number}", createdAt = "2015-06-10T10:00:00Z", text, author = new { id = $"a{number}", followers = 10 } }))), Requests.Ndjson);

        Assert.Equal((10, 5, 1, 2, 1), (Number(posted, "accepted"), Number(posted, "matched"), Number(posted, "matchedTopicsOnly"), Number(posted, "lookAlikes"), Number(posted, "refused")));
        await Eventually.ComesAsync(
            async () => await engine.GetAsync("api/campaigns/give-blood/results"),
            answer => answer.Json.GetProperty("mentions") is { ValueKind: JsonValueKind.Number } mentions && mentions.GetInt32() == 5,
            answer => $"The mentions are not 5: {answer.Text}");
        var results = (await engine.GetAsync("api/campaigns/give-blood/results")).Json;
        Assert.Equal((5, 5, 50), (results.GetProperty("uses").GetProperty("total").GetInt32(), results.GetProperty("contributors").GetInt32(), results.GetProperty("potentialReach").GetInt32()));
        Assert.Equal(2, results.GetProperty("lookAlikes").GetProperty("missingtype").GetInt32());
    }

    private static int Number(Answer answer, string field) => answer.Json.GetProperty(field).GetInt32();
}
