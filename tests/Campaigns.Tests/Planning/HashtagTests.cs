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
}
