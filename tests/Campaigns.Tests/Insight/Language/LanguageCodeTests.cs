using Campaigns.Insight.Language;

namespace Campaigns.Tests.Insight.Language;

public sealed class LanguageCodeTests
{
    [Theory]
    [InlineData("en", "en", "en")]
    [InlineData("en-GB", "en", "en")]
    [InlineData("EN_us", "en", "en")]
    [InlineData("zh_chs", "zh-hans", "zh")]
    [InlineData("zh_cht", "zh-hant", "zh")]
    [InlineData("zh-TW", "zh-hant", "zh")]
    [InlineData("zh", "zh-hans", "zh")]
    [InlineData("nb", "no", "no")]
    [InlineData("iw", "he", "he")]
    [InlineData("in", "id", "id")]
    [InlineData("(Unknown)", null, null)]
    [InlineData("und", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    [InlineData("English", null, null)]
    public void A_language_is_sent_as_the_service_knows_it_and_told_without_script_and_region(string? language, string? sent, string? told)
    {
        Assert.Equal(sent, LanguageCode.ToSend(language));
        Assert.Equal(told, LanguageCode.ToTell(LanguageCode.ToSend(language)));
    }
}
