using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

public sealed class LookAlikeTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("#MissingType", "#Мissing\u0422ype")]
    [InlineData("#MissingType", "#missingtyре")]
    [InlineData("#MissingType", "#MISSINGTYPΕ")]
    [InlineData("#MissingType", "#MlSSlNGTYPE")]
    [InlineData("#MissingType", "#rnissingtype")]
    [InlineData("#MissingType", "#Missing\u200dType")]
    [InlineData("#MissingType", "#Missing\u200cType")]
    [InlineData("#MissingType", "#Missing\ufe0fType")]
    [InlineData("#MissingType", "#Mis\U000e0100singType")]
    [InlineData("#MissingType", "#Ｍissingтype\u200d", false)]
    [InlineData("#MissingType", "#ＭissingΤype")]
    [InlineData("#NHS", "#ΝНЅ")]
    [InlineData("#NHS", "#ᎻᏚ", false)]
    [InlineData("#ICU", "#lCU")]
    [InlineData("#ICU", "#1CU")]
    [InlineData("#covid19", "#c0vidI9")]
    [InlineData("#GiveBlood", "#ԌiveB\u04C0ood")]
    [InlineData("#Кровь", "#Kpoвь")]
    [InlineData("#MissingType", "#MissingTýpe", false)]
    [InlineData("#MissingType", "#MissingTy\u0301pe", false)]
    [InlineData("#MissingType", "#MissingTypes", false)]
    [InlineData("#HealthFail", "#HealthFall", false)]
    [InlineData("#HealthFail", "#HEALTHFALL", false)]
    [InlineData("#mail", "#mall", false)]
    [InlineData("#Blood", "#血", false)]
    public void A_hashtag_that_only_looks_like_a_campaigns_is_no_use_but_a_look_alike(string campaigns, string text, bool looks = true)
    {
        var match = Match(Listened.One([campaigns]), text);

        Assert.Equal((0UL, looks ? 1UL : 0), (match.Tags, match.LookAlikes));
    }

    [Theory]
    [InlineData("#missingtype")]
    [InlineData("#MISSINGTYPE")]
    [InlineData("＃ＭｉｓｓｉｎｇＴｙｐｅ")]
    [InlineData("#𝐌𝐢𝐬𝐬𝐢𝐧𝐠𝖳𝗒𝗉𝖾")]
    [InlineData("#Mi\u017f\u017fingType")]
    public void Another_writing_of_a_campaigns_hashtag_is_a_use_and_no_look_alike(string text)
    {
        var match = Match(Listened.One(["#MissingType"]), text);

        Assert.Equal((1UL, 0UL), (match.Tags, match.LookAlikes));
    }

    [Fact]
    public void A_campaigns_own_hashtag_is_a_look_alike_of_none_of_its_own_but_of_another_campaigns()
    {
        var campaigns = Listened.Of((["#ICU", "#lCU"], []), (["#ICU"], []));
        var matcher = new TextMatcher(campaigns);

        matcher.Match("#lcu #lCU");

        Assert.Equal((2UL, 0UL), (matcher.Of(0).Tags, matcher.Of(0).LookAlikes));
        Assert.Equal((0UL, 1UL), (matcher.Of(1).Tags, matcher.Of(1).LookAlikes));
    }

    [Fact]
    public async Task Look_alikes_are_told_apart_counted_apart_and_kept_without_author()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-30T12:00:00Z"));
        await SampleCampaign.PutAsync(engine);

        var answer = await ListeningRun.PostAsync(engine, Line.Join(
            Line.Of("1", "#Мissingтype #MissingТype", author: "a1", followers: 7), Line.Of("2", "#MissingType #MissingТype", author: "a2"), Line.Of("3", "#MissingType", author: "a3"),
            Line.Of("4", "#MissingТype", createdAt: "2015-06-29T00:00:00Z")));
        var records = (await ListeningRun.TrackAsync(engine)).SelectMany(message => MentionsMessage.Read(message.Body).Records.Records.ToArray()).ToList();
        await ListeningRun.SweepAsync(engine);
        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal((4, 2, 0, 2), (answer.Json.GetProperty("accepted").GetInt32(), answer.Json.GetProperty("matched").GetInt32(),
            answer.Json.GetProperty("matchedTopicsOnly").GetInt32(), answer.Json.GetProperty("lookAlikes").GetInt32()));
        Assert.Equal([(0, 1, false), (1, 0, true), (1, 1, true)], records.Select(record => ((int)record.Tags, (int)record.LookAlikes, record.Author != 0)).Order());
        Assert.Equal((2, 2), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32()));
    }

    private static TextMatch Match(ListenedCampaigns campaigns, string text)
    {
        var matcher = new TextMatcher(campaigns);
        matcher.Match(text);
        return matcher.Of(0);
    }
}
