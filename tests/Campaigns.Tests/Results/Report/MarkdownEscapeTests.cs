using Campaigns.Results.Report;

namespace Campaigns.Tests.Results.Report;

public sealed class MarkdownEscapeTests
{
    [Theory]
    [InlineData("NHS Blood and Transplant", "NHS Blood and Transplant")]
    [InlineData("26,121 uses of #MissingType (20,011), 1.5% - or so.", "26,121 uses of #MissingType (20,011), 1.5% - or so.")]
    [InlineData("-25%", "-25%")]
    [InlineData("5. June", "5\\. June")]
    [InlineData("- a", "\\- a")]
    [InlineData("# a", "\\# a")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("R&D & more", "R\\&D & more")]
    [InlineData("<b>", "\\<b\\>")]
    [InlineData("https://a.b", "https\\://a.b")]
    [InlineData("www.a.b", "www\\.a.b")]
    public void Only_what_would_mean_something_is_escaped(string text, string escaped) => Assert.Equal(escaped, MarkdownEscape.Of(text));
}
