using Campaigns.Planning;

namespace Campaigns.Tests.Planning;

public sealed class HashtagTests
{
    [Theory]
    [InlineData("#MissingType", "#missingtype")]
    [InlineData("#ΟΔΟΣ", "#οδος")]
    [InlineData("#straße", "#STRASSE")]
    [InlineData("#Ｂｌｏｏｄ", "#blood")]
    [InlineData("#ﬁrst", "#FIRST")]
    [InlineData("#Gâteau", "#ga\u0302teau")]
    public void Two_writings_of_one_hashtag_are_the_same(string one, string other)
    {
        Assert.True(Hashtag.TryParse(one, out var first), one);
        Assert.True(Hashtag.TryParse(other, out var second), other);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("#")]
    [InlineData("#123")]
    [InlineData("#a b")]
    [InlineData("#a#b")]
    [InlineData("a-b")]
    [InlineData(" #a")]
    [InlineData("https://a.example/#b")]
    [InlineData(null)]
    public void What_is_not_exactly_one_hashtag_is_refused(string? text) => Assert.False(Hashtag.TryParse(text, out _));

    [Theory]
    [InlineData("MissingType")]
    [InlineData("ΟΔΟΣ")]
    [InlineData("Straße")]
    [InlineData("ẞß")]
    [InlineData("ﬁrstＢｌｏｏｄ")]
    [InlineData("Ga\u0302teau")]
    [InlineData("𐐀𐐨血")]
    [InlineData("\ufdfaſ")]
    public void A_hashtag_folds_the_same_without_a_text_being_made_of_it(string tag)
    {
        Span<char> folded = stackalloc char[256];

        Assert.Equal(Hashtag.Fold(tag), folded[..Hashtag.Fold(tag, folded)].ToString());
        Assert.Equal(0, Hashtag.Fold(tag, stackalloc char[2]));
    }
}
