using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Campaigns.Channels;

/// <summary>
/// Turns HTML into the text that a reader sees, with a line for each block. It is read as a stream of tokens: a tree of what strangers wrote could be
/// nested as deep as they like.
/// </summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
    [
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "option", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    ]);

    private static readonly FrozenSet<string> Unseen = FrozenSet.ToFrozenSet(["iframe", "noembed", "noframes", "noscript", "script", "style", "template", "textarea", "title", "xmp"]);

    /// <summary>Whether an element stands on lines of its own.</summary>
    public static bool IsBlock(string element) => Blocks.Contains(element);

    /// <summary>The text of an HTML fragment; text without markup comes back with its entities read.</summary>
    public static string Of(string html)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var text = new StringBuilder(html.Length);
        string? within = null;
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character when within is null:
                    text.Append(token.Data);
                    break;
                case HtmlTokenType.StartTag when within is null && Unseen.Contains(token.Name):
                    within = token.Name;
                    // What stands in these is not markup, whatever it looks like, up to their end tag.
                    tokens.State = token.Name is "noscript" or "template" ? HtmlParseMode.PCData : HtmlParseMode.Rawtext;
                    break;
                case HtmlTokenType.EndTag when token.Name == within:
                    within = null;
                    break;
                case HtmlTokenType.StartTag or HtmlTokenType.EndTag when within is null && IsBlock(token.Name):
                    text.Append('\n');
                    break;
            }
        }

        return text.ToString().Trim();
    }
}
