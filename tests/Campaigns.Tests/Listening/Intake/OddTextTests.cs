using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

/// <summary>Texts as hostile or careless people write them, from the request to the results.</summary>
public sealed class OddTextTests(AzuriteFixture azurite)
{
    [Fact]
    public Task Full_width_hashtags_are_uses() => UsesAsync(2, "＃ＭｉｓｓｉｎｇＴｙｐｅ", "今日は、＃MissingType。", "＃ＭｉｓｓｉｎｇＴｙｐｅｓ");

    [Fact]
    public Task Combining_marks_make_another_hashtag_and_composed_and_decomposed_ones_are_the_same() =>
        UsesAsync(2, "#dona\u0301ción", "#DONÁCIÓN", "#donacion", "#MissingTypé", "#\u0301MissingType");

    [Fact]
    public Task Right_to_left_hashtags_are_uses_whatever_marks_of_direction_stand_around_them() =>
        UsesAsync(5, "\u200f#תרומתדם\u200f", "\u2067#תרומתדם\u2069 היום", "#الدم", "تبرع #الدم، اليوم", "\u202b#MissingType\u202c", "#תרומת דם", "#الدماء");

    [Fact]
    public Task Emoji_end_a_hashtag_and_begin_none() => UsesAsync(4, "#MissingType🩸", "🩸#MissingType", "#MissingType👨‍👩‍👧‍👦", "❤️#MissingType", "#️⃣MissingType", "#🩸MissingType");

    [Fact]
    public Task Joiners_make_another_hashtag_that_only_looks_the_same() => UsesAsync(0, "#Missing\u200dType", "#Missing\u200cType", "#\u200dMissingType");

    [Fact]
    public Task Letters_that_look_alike_are_no_uses() => UsesAsync(0, "#Мissingtype", "#MissingТype", "#ⅯissingΤype");

    [Fact]
    public Task Control_characters_and_noncharacters_end_a_hashtag() =>
        UsesAsync(4, "#MissingType\0", "\u0001#MissingType\u0007", "#MissingType\uffff", "\ufffe#MissingType", "#Missing\0Type");

    [Fact]
    public async Task Half_of_a_surrogate_pair_refuses_its_line_alone()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, Line.Join(
            """{ "channel": "x", "id": "1", "createdAt": "2015-06-08T10:00:00Z", "text": "#MissingType \ud83e" }""",
            """{ "channel": "x", "id": "\udd70", "createdAt": "2015-06-08T10:00:00Z", "text": "#MissingType" }""",
            """{ "channel": "x", "id": "2", "createdAt": "2015-06-08T10:00:00Z", "text": "#MissingType", "\ud83e": 1 }""",
            Line.Of("4")));

        Assert.Equal((1, 3), (answer.Json.GetProperty("accepted").GetInt32(), answer.Json.GetProperty("refusedByReason").GetProperty("bad syntax").GetInt32()));
    }

    [Fact]
    public async Task A_text_of_64_KiB_is_a_mention_and_one_of_a_byte_more_is_refused()
    {
        await using var engine = await StartAsync();
        const string tag = " #MissingType";
        var longest = new string('é', (65_536 - tag.Length - 1) / 2) + "a" + tag;
        Assert.Equal(65_536, System.Text.Encoding.UTF8.GetByteCount(longest));

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", longest), Line.Of("2", "a" + longest), Line.Of("3", new string('#', 65_536)), Line.Of("4", "")));

        Assert.Equal(1, results.GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Six_thousand_hashtags_in_one_text_are_one_use_of_each_of_ours()
    {
        await using var engine = await StartAsync();
        var text = string.Join(' ', Enumerable.Range(0, 5_000).Select(number => $"#a{number}").Concat(Enumerable.Repeat("#MissingType", 1_500)).Append("#NationalBloodWeek"));

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", text));

        Assert.Equal((1, 2), (results.GetProperty("mentions").GetInt32(), results.GetProperty("uses").GetProperty("total").GetInt32()));
    }

    private async Task UsesAsync(int expected, params string[] texts)
    {
        await using var engine = await StartAsync();

        // Beside a plain one, so that the body counts in any case.
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(texts.Select((text, number) => Line.Of($"{number}", text)).Append(Line.Of("plain"))));

        Assert.Equal(expected + 1, results.GetProperty("uses").GetProperty("total").GetInt32());
    }

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-30T12:00:00Z"));
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"#MissingType\"", "\"#MissingType\", \"#donáción\", \"#תרומתדם\", \"#الدم\"", StringComparison.Ordinal));
        return engine;
    }
}
