using System.Globalization;
using Campaigns.Channels;
using Campaigns.Channels.Bluesky;
using Campaigns.Channels.Manual;
using Campaigns.TestSupport;
using YamlDotNet.RepresentationModel;

namespace Campaigns.Tests.Channels.Manual;

public class TextLengthsTests
{
    private const string Family = "👨‍👩‍👧‍👦";
    private const string Absent = "../shared/data/twitter-text/validate.yml is absent";

    [Fact]
    public void G9_characters_are_counted_as_each_platform_counts_them()
    {
        Assert.Equal(23, TextLengths.Weighted("https://www.example.org/a/very/long/address/that/goes/on?and=on"));
        Assert.Equal(2, TextLengths.Weighted(Family));
        Assert.Equal(2, TextLengths.Weighted("🩸"));
        Assert.Equal(2, TextLengths.Weighted("血"));
        Assert.Equal(4, TextLengths.Weighted("café"));
        Assert.Equal(4, TextLengths.Weighted("cafe\u0301"));
        Assert.Equal((1, 25), (BlueskyText.Graphemes(Family), BlueskyText.Bytes(Family)));
        Assert.Equal(23, TextLengths.Mastodon("https://www.example.org/a/very/long/address/that/goes/on?and=on"));
        Assert.Equal(23, TextLengths.Mastodon("http://a.co"));
    }

    [Theory]
    [MemberData(nameof(Suite))]
    public void X_weighs_every_text_of_the_twitter_text_suite_as_it_says(string description, string text, int length)
    {
        Assert.SkipWhen(description == Absent, Absent);

        Assert.Equal(length, TextLengths.Weighted(text));
    }

    [Theory]
    [InlineData("See https://example.org/a.", 28)]
    [InlineData("(https://example.org/wiki/Blood_(fluid))", 25)]
    [InlineData("https://example.org?a=b.", 24)]
    [InlineData("blood.co.uk", 23)]
    [InlineData("blood.uk", 8)]
    [InlineData("blood.uk/", 23)]
    [InlineData("t.co", 23)]
    [InlineData("a@blood.co.uk", 13)]
    [InlineData("Give.Blood", 23)]
    [InlineData("now.And", 23)]
    [InlineData("见http://example.org/血", 27)]
    [InlineData("©️ © 🇬🇧 1️⃣ 👍🏽", 13)]
    public void X_counts_links_and_emoji_wherever_they_stand(string text, int length) => Assert.Equal(length, TextLengths.Weighted(text));

    [Theory]
    [InlineData("@nhsbt@health.example thank you", 16)]
    [InlineData("@nhsbt thank you", 16)]
    [InlineData("mail me@health.example", 22)]
    [InlineData("👨‍👩‍👧‍👦 cafe\u0301", 6)]
    [InlineData("See https://example.org/a/very/long/address/that/goes/on, please", 35)]
    public void Mastodon_counts_what_a_reader_takes_for_a_character(string text, int length) => Assert.Equal(length, TextLengths.Mastodon(text));

    [Theory]
    [InlineData("x", 280, "must take at most 280 on x, where")]
    [InlineData("mastodon", 500, "must take at most 500 characters on mastodon, where")]
    [InlineData("threads", 500, "must take at most 500 characters on threads")]
    [InlineData("instagram", 2200, "must take at most 2200 characters on instagram")]
    [InlineData("linkedin", 3000, "must take at most 3000 characters on linkedin")]
    [InlineData("facebook", 63_206, "must take at most 63206 characters on facebook")]
    [InlineData("youtube", 5000, "must take at most 5000 bytes of UTF-8 on youtube")]
    public void A_channel_without_an_implementation_takes_its_longest_text_and_refuses_one_more(string channel, int most, string rule)
    {
        var longest = new ChannelContent(new string('a', most), [], null);

        Assert.Empty(new ManualChannel(channel).Check(longest));
        var fault = Assert.Single(new ManualChannel(channel).Check(longest with { Text = longest.Text + "a" }));
        Assert.Equal(("text", (most + 1).ToString(CultureInfo.InvariantCulture)), (fault.Part, fault.Value));
        Assert.StartsWith(rule, fault.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_counts_behind_the_text_that_does_not_name_it()
    {
        var link = new Uri("https://example.org/give");
        var x = new ManualChannel("x");

        Assert.Empty(x.Check(new ChannelContent(new string('a', 256), [], link)));
        Assert.Equal("281", Assert.Single(x.Check(new ChannelContent(new string('a', 257), [], link))).Value);
        Assert.Empty(x.Check(new ChannelContent($"{link.OriginalString} {new string('a', 256)}", [], link)));
    }

    [Fact]
    public void A_leaflet_may_say_as_much_as_it_likes() => Assert.Empty(new ManualChannel("leaflet").Check(new ChannelContent(new string('a', 20_000), [], null)));

    [Fact]
    public void X_refuses_characters_that_Unicode_rules_out() =>
        Assert.Equal(["U+FFFE"], new ManualChannel("x").Check(new ChannelContent("a\uFFFEb", [], null)).Select(fault => fault.Value));

    public static TheoryData<string, string, int> Suite()
    {
        var cases = new TheoryData<string, string, int>();
        if (RepositoryRoot.SharedData is not { } data || Path.Combine(data, "twitter-text", "validate.yml") is var file && !File.Exists(file))
        {
            cases.Add(Absent, "", 0);
            return cases;
        }

        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        var tests = (YamlMappingNode)yaml.Documents[0].RootNode["tests"];
        foreach (var node in new[] { "WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest" }.SelectMany(group => (YamlSequenceNode)tests[group]))
        {
            cases.Add(Scalar(node["description"]), Scalar(node["text"]), int.Parse(Scalar(node["expected"]["weightedLength"]), CultureInfo.InvariantCulture));
        }

        return cases;
    }

    private static string Scalar(YamlNode node) => ((YamlScalarNode)node).Value!;
}
