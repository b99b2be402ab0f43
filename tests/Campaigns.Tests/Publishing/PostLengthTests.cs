using Campaigns.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class PostLengthTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_text_too_long_for_a_channel_where_people_post_by_hand_is_422_with_field_value_and_rule()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-01T12:00:00Z"));
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace(
            "\"facebookgroup\", \"account\": \"Blood donors\"", "\"x\", \"account\": \"nhsbt\" }, { \"channel\": \"youtube\", \"account\": \"NHSBT\"", StringComparison.Ordinal));
        var text = string.Concat(Enumerable.Repeat("献血", 70));

        Assert.Equal(201, (await PutAsync(engine, text, "")).Status);
        var tooLong = await PutAsync(engine, text + "!", ", \"link\": \"https://example.org/\"");
        var varied = await PutAsync(engine, "Short", $", \"variants\": {{ \"x\": \"{text}!\", \"youtube\": \"{new string('é', 2501)}\" }}");

        Assert.Equal(422, tooLong.Status);
        var fault = Assert.Single(tooLong.Json.GetProperty("faults").EnumerateArray());
        Assert.Equal(("text", "305"), (fault.GetProperty("field").GetString(), fault.GetProperty("value").GetString()));
        Assert.Equal(
            ["variants.x: must take at most 280 on x, where a link takes 23, an emoji 2, and a Chinese, Japanese or Korean character 2", "variants.youtube: must take at most 5000 bytes of UTF-8 on youtube"],
            varied.Faults);
    }

    private static async Task<Answer> PutAsync(TestEngine engine, string text, string more)
    {
        var id = $"p{Guid.NewGuid():N}"[..12];
        var request = Call.Request(engine, "PUT", $"/api/campaigns/missing-type/posts/{id}",
            $$"""{ "text": "{{text}}", "dueAt": "2015-06-08T09:00:00Z", "channels": ["x", "youtube"]{{more}} }""");
        return await Call.AnswerAsync(request, engine.Function<PutPost>().Run(request, "missing-type", id, default));
    }
}
