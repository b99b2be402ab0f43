using System.Text;
using Campaigns.Channels;

namespace Campaigns.Tests.Channels;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree")]
    [InlineData("<p>word<a href='x'>#<span>MissingType</span></a></p>", "word#MissingType")]
    [InlineData("<p>I gave</p>#MissingType", "I gave\n#MissingType")]
    [InlineData("a &amp; b &lt;#x&gt; &#35;tag &#x1F9B8; &nosuch;", "a & b <#x> #tag 🦸 &nosuch;")]
    [InlineData("<script>#not</script><style>#nor</style>#yes<!-- #nor this -->", "#yes")]
    [InlineData("<script>if (a < b) { '</p>' }", "")]
    [InlineData("<noscript><p>#not</p></noscript>#yes", "#yes")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("<p title='#not'>#yes", "#yes")]
    [InlineData("<p", "")]
    [InlineData("<![CDATA[#x]]>", "")]
    [InlineData("", "")]
    [InlineData("مرحبا <b>#عطاء</b>", "مرحبا #عطاء")]
    public void Shows_what_a_reader_sees(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Fact]
    public void Markup_nested_without_end_is_read_in_one_pass()
    {
        var html = new StringBuilder();
        for (var depth = 0; depth < 200_000; depth++)
        {
            html.Append("<b><div>");
        }

        Assert.Equal("#deep", HtmlText.Of(html.Append("#deep").ToString()));
    }
}
