using Campaigns.Listening.Hashtags;
using Campaigns.Planning;

namespace Campaigns.Tests.Listening.Hashtags;

public class HashtagWritingTests
{
    [Theory]
    [InlineData("MissingType", true, "Missing Type", null)]
    [InlineData("NHSBloodWeek", true, "NHS Blood Week", null)]
    [InlineData("Stoptober2026", true, "Stoptober 2026", null)]
    [InlineData("GâteauDay", true, "Gâteau Day", null)]
    [InlineData("NHS", true, "NHS", null)]
    [InlineData("blood", true, "blood", null)]
    [InlineData("Stoptober", false, "Stoptober", null)]
    [InlineData("missingtype", false, "missingtype", null)]
    [InlineData("MISSINGTYPE", false, "MISSINGTYPE", null)]
    [InlineData("missingType", false, "missing Type", "#MissingType")]
    [InlineData("give_blood", false, "give blood", "#GiveBlood")]
    [InlineData("5aday", true, "5aday", null)]
    [InlineData("stoptober2026", false, "stoptober 2026", "#Stoptober2026")]
    [InlineData("献血週間", null, "献血週間", null)]
    [InlineData("ДеньДонора", true, "День Донора", null)]
    public void Words_are_told_by_their_writing_and_none_is_guessed(string tag, bool? isReadable, string words, string? suggestion)
    {
        var writing = HashtagWriting.Of(tag);

        Assert.Equal((isReadable, words, suggestion), (writing.IsReadable, string.Join(' ', writing.Words), writing.Suggestion));
        Assert.Equal(isReadable == false ? 1 : 0, writing.Warnings().Count());
    }

    [Theory]
    [InlineData("", "It is empty.")]
    [InlineData("2026", "It has no letter: a number alone is no hashtag.")]
    [InlineData("give blood", "It holds white space, which ends a hashtag.")]
    [InlineData("give-blood", "It holds “-”, which ends a hashtag: only letters, digits and underscores belong to one.")]
    [InlineData("blood🩸", "It holds “🩸”, which ends a hashtag: only letters, digits and underscores belong to one.")]
    [InlineData("a\u200bb", "It holds U+200B, which ends a hashtag: only letters, digits and underscores belong to one.")]
    [InlineData("a#b", "It holds a second number sign: platforms take two hashtags that are glued together for none.")]
    [InlineData("\ufe0fa", "Platforms do not take it for one hashtag.")]
    [InlineData("a\ud83e", "It holds U+FFFD, which ends a hashtag: only letters, digits and underscores belong to one.")]
    public void What_is_no_hashtag_is_told_why(string bare, string reason)
    {
        Assert.False(Hashtag.TryParse("#" + bare, out _));
        Assert.Equal(reason, HashtagFaults.Of(bare));
    }

    [Theory]
    [InlineData("MissingType", "")]
    [InlineData("МissingType", "mixed_alphabets")]
    [InlineData("CaféDay", "accents")]
    [InlineData("Missing\u200dType", "invisible_characters")]
    [InlineData("ДеньДонора", "")]
    [InlineData("NationalBloodDonationAwarenessWeek", "long")]
    public void What_people_will_write_otherwise_is_warned_of(string tag, string codes)
    {
        Assert.True(Hashtag.TryParse(tag, out var hashtag));
        Assert.Equal(codes, string.Join(' ', HashtagAmbiguity.Of(hashtag, tag.Length + 1).Select(warning => warning.Code)));
    }
}
