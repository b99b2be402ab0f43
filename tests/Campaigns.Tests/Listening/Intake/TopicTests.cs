using Campaigns.Listening;
using Campaigns.Listening.Intake;

namespace Campaigns.Tests.Listening.Intake;

public class TopicTests
{
    [Theory]
    [InlineData("give blood", "Please GIVE BLOOD today", true)]
    [InlineData("give blood", "give \t\n blood", true)]
    [InlineData("give blood", "give\u00a0blood", true)]
    [InlineData("give  blood", "give blood", true)]
    [InlineData("give blood", "forgive blood", false)]
    [InlineData("give blood", "give bloods", false)]
    [InlineData("give blood", "give, blood", false)]
    [InlineData("give blood", "#giveblood", false)]
    [InlineData("give blood", "give give blood", true)]
    [InlineData("give blood", "give bloo give blood", true)]
    [InlineData("give blood", "give bl\u00adood", true)]
    [InlineData("give blood", "ｇｉｖｅ　ｂｌｏｏｄ", true)]
    [InlineData("giveblood", "we #GiveBlood!", true)]
    [InlineData("stoptober", "@stoptober https://stoptober.example/", true)]
    [InlineData("donor", "a donor's story", true)]
    [InlineData("donor's", "a donor’s story", true)]
    [InlineData("covid-19", "COVID‑19 and more", true)]
    [InlineData("covid-19", "covid 19", false)]
    [InlineData("covid-19", "covid-190", false)]
    [InlineData("o_neg", "o_neg_ative", false)]
    [InlineData("999", "call 9999", false)]
    [InlineData("999", "call 999.", true)]
    [InlineData("c++", "written in C++, mostly", true)]
    [InlineData("(A+)", "type (a+) wanted", true)]
    [InlineData("strasse", "STRAẞE", true)]
    [InlineData("οδοσ", "ΟΔΟΣ", true)]
    [InlineData("café", "CAFE\u0301", true)]
    [InlineData("cafe", "café", false)]
    [InlineData("ﬁlm", "film", true)]
    public void A_word_or_phrase_compares_folded_and_on_the_borders_of_words(string phrase, string text, bool isIn) =>
        Assert.Equal(isIn ? 1UL : 0, Match(Listened.One([], Listened.Topic(0, [phrase])), text).Topics);

    [Theory]
    [InlineData("献血", "我想献血吗？", true)]
    [InlineData("献血", "献身の血", false)]
    [InlineData("がん", "肺がん検診", true)]
    [InlineData("เลือด", "บริจาคเลือดวันนี้", true)]
    [InlineData("เลือ", "บริจาคเลื่อด", false)]
    [InlineData("ワクチン", "新ワクチン", true)]
    [InlineData("ワク", "ワクチン", false)]
    [InlineData("تبرع بالدم", "حملة تبرع  بالدم اليوم", true)]
    [InlineData("דם", "לתרום דם", true)]
    [InlineData("דם", "אדם", false)]
    [InlineData("रक्त", "रक्त दान", true)]
    [InlineData("रक", "रक्त दान", false)]
    public void Words_of_other_scripts_end_where_theirs_end(string phrase, string text, bool isIn) =>
        Assert.Equal(isIn ? 1UL : 0, Match(Listened.One([], Listened.Topic(0, [phrase])), text).Topics);

    [Theory]
    [InlineData("#stoptober", "#Stoptober is here", true)]
    [InlineData("＃stoptober", "#Stoptober is here", true)]
    [InlineData("#stoptober", "stoptober is here", false)]
    [InlineData("#stoptober", "https://example.org/#stoptober", false)]
    [InlineData("#stoptober", "&#stoptober", false)]
    [InlineData("#stoptober", "#stoptober2", false)]
    public void A_hashtag_of_a_topic_must_be_one_in_the_text(string phrase, string text, bool isIn) =>
        Assert.Equal(isIn ? 1UL : 0, Match(Listened.One([], Listened.Topic(0, [phrase])), text).Topics);

    [Fact]
    public void A_text_is_about_a_topic_when_it_has_any_of_its_words_and_none_of_those_it_rules_out()
    {
        var campaigns = Listened.One(["#MissingType"],
            Listened.Topic(3, ["give blood", "donate"], "blood money", "#ad"), Listened.Topic(5, ["blood"]), Listened.Topic(63, ["#MissingType"]));

        Assert.Equal(1UL << 3 | 1UL << 5, Match(campaigns, "give blood").Topics);
        Assert.Equal(1UL << 3, Match(campaigns, "donate").Topics);
        Assert.Equal(1UL << 5, Match(campaigns, "donate blood money").Topics);
        Assert.Equal(0UL, Match(campaigns, "donate #AD").Topics);
        Assert.Equal((1UL, 1UL << 63), (Match(campaigns, "#missingtype").Tags, Match(campaigns, "#missingtype").Topics));
    }

    [Fact]
    public void A_phrase_of_two_campaigns_says_its_own_of_each()
    {
        var campaigns = Listened.Of((["#a"], [Listened.Topic(0, ["blood"])]), (["#b"], []), (["#c"], [Listened.Topic(1, ["Blood", "plasma"], "drive")]));
        var matcher = new TextMatcher(campaigns);

        matcher.Match("Blood #b");
        Assert.Equal([1, 0, 2], matcher.Matched);
        Assert.Equal((1UL, 0UL, 2UL), (matcher.Of(0).Topics, matcher.Of(1).Topics, matcher.Of(2).Topics));

        matcher.Match("blood drive");
        Assert.Equal((1UL, 0UL, 0UL), (matcher.Of(0).Topics, matcher.Of(1).Tags, matcher.Of(2).Topics));
    }

    [Theory]
    [InlineData("\ud83e give blood \udd70é")]
    [InlineData("é\uffff give blood\ufffe")]
    [InlineData("é\ufdd0 give blood\udbff\udfff")]
    [InlineData("é\0give blood\u0085")]
    public void What_is_no_Unicode_text_hides_no_word(string text) => Assert.Equal(1UL, Match(Listened.One([], Listened.Topic(0, ["give blood"])), text).Topics);

    [Fact]
    public void What_grows_when_folded_fits()
    {
        var text = new string('\ufdfa', 3000) + " " + new string('ß', 3000) + " give blood";

        Assert.Equal(1UL, Match(Listened.One([], Listened.Topic(0, ["give blood"])), text).Topics);
    }

    [Fact]
    public void Every_phrase_is_found_where_a_plain_search_finds_it()
    {
        // Random texts of few words, so that phrases overlap; the plain search is a regular expression by the documented rule.
        var random = new Random(8);
        string[] words = ["give", "blood", "o", "neg", "#give", "gi", "covid-19", "-", "é"];
        string Some(int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => words[random.Next(words.Length)]));
        for (var round = 0; round < 300; round++)
        {
            string[] phrases = [.. Enumerable.Range(0, 8).Select(_ => Some(4)).Where(phrase => phrase[0] != '#' && phrase != "-").Distinct()];
            var text = Some(12);
            var campaigns = Listened.One([], [.. phrases.Select((phrase, number) => Listened.Topic(number, [phrase]))]);

            var expected = phrases.Select((phrase, number) => System.Text.RegularExpressions.Regex.IsMatch(text, Pattern(phrase)) ? 1UL << number : 0).Aggregate(0UL, (all, bit) => all | bit);

            Assert.True(expected == Match(campaigns, text).Topics, $"{text}: {string.Join(", ", phrases)}");
        }

        static string Pattern(string phrase) => (phrase[0] == '-' ? "" : @"\b") + System.Text.RegularExpressions.Regex.Escape(phrase) + (phrase[^1] == '-' ? "" : @"\b");
    }

    [Theory]
    [InlineData("Plain phrase 7 of 8 #MissingType https://example.org/#MissingType", 0)]
    [InlineData("Ein Straßenfest – phrase 7 of 8 🩸 #Other", 96)]
    [InlineData("ＮＨＳ café phrase 7 of 8", 96)]
    [InlineData("Phrase 7 of 8 #MlSSlNGTYPE", 0)]
    public void A_text_allocates_nothing_but_what_the_runtime_takes_to_normalize_it(string text, int bytes)
    {
        var campaigns = Listened.One(["#MissingType"], [.. Enumerable.Range(0, 64).Select(number => Listened.Topic(number, [.. Enumerable.Range(0, 10).Select(word => $"phrase {number} of {word}")]))]);
        var matcher = new TextMatcher(campaigns);
        for (var times = 0; times < 100; times++)
        {
            matcher.Match(text);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var times = 0; times < 100; times++)
        {
            matcher.Match(text);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * bytes);
        Assert.Equal(1UL << 7, matcher.Of(0).Topics);
    }

    private static TextMatch Match(ListenedCampaigns campaigns, string text)
    {
        var matcher = new TextMatcher(campaigns);
        matcher.Match(text);
        return matcher.Of(0);
    }
}
