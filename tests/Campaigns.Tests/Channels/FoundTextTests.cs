using System.Text;
using Campaigns.Channels;
using Campaigns.Planning;

namespace Campaigns.Tests.Channels;

/// <summary>The texts that strangers send, on their way to where hashtags are read.</summary>
public sealed class FoundTextTests
{
    [Theory]
    [InlineData("plain #MissingType", true)]
    [InlineData("full width ＃ＭｉｓｓｉｎｇＴｙｐｅ", true)]
    [InlineData("right to left \u202e#MissingType\u202c", true)]
    [InlineData("مرحبا #MissingType شكرا", true)]
    [InlineData("family 👨‍👩‍👧‍👦#MissingType", true)]
    [InlineData("combining #Missi\u0301ngType", false)]
    [InlineData("look-alike #MіssingType", false)]
    [InlineData("longer #MissingTypes", false)]
    [InlineData("within word#MissingType", false)]
    [InlineData("https://example.org/#MissingType", false)]
    public void A_hashtag_is_used_or_not(string text, bool uses) => Assert.Equal(uses, FoundText.Uses(FoundText.With(text, []), "missingtype"));

    [Theory]
    [InlineData("x")]
    [InlineData("字")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("\u202e\u0301")]
    public void A_text_of_any_length_fits_a_mention_and_keeps_its_attached_hashtags(string piece)
    {
        foreach (var length in new[] { MentionLimits.LongestText - 1, MentionLimits.LongestText, MentionLimits.LongestText + 1, 10 * MentionLimits.LongestText })
        {
            var text = new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
            var fits = FoundText.With(text, ["MissingType"]);
            Assert.True(Encoding.UTF8.GetByteCount(fits) <= MentionLimits.LongestText);
            Assert.EndsWith("\n#MissingType", fits, StringComparison.Ordinal);
            Assert.DoesNotContain('\ufffd', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(fits)));
        }
    }

    [Fact]
    public void No_cut_makes_a_hashtag_that_nobody_wrote()
    {
        for (var before = 0; before < 40; before++)
        {
            var text = new string('x', MentionLimits.LongestText - 20 - before) + " #givebloodnowandthen";
            Assert.False(FoundText.Uses(FoundText.With(text, []), "giveblood"));
        }
    }

    [Fact]
    public void Attached_hashtags_are_as_few_as_anybody_needs_and_each_is_one()
    {
        var text = FoundText.With("", Enumerable.Range(0, 1000).Select(number => $"tag{number}"));
        Assert.Equal(100, text.Count(character => character == '#'));
        Assert.Equal("\n#a", FoundText.With("", ["a", "a b", "a#b", "1", null, "", "#", new string('a', 101)]));
        Assert.True(Hashtag.TryParse("＃ａ", out _));
        Assert.Equal("\n＃ａ", FoundText.With("", ["＃ａ"]));
    }
}
