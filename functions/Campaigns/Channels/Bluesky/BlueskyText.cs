using System.Globalization;
using System.Text;

namespace Campaigns.Channels.Bluesky;

/// <summary>How Bluesky measures text, and what of a post's content becomes its text.</summary>
internal static class BlueskyText
{
    public const int MaxGraphemes = 300;
    public const int MaxBytes = 3000;

    public static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The text as it is sent. A link becomes a card; pictures take the card's place, so beside pictures it ends the text.</summary>
    public static string Compose(ChannelContent content) =>
        content is { Link: { } link, Media.Count: > 0 } && !Names(content.Text, link) ? $"{content.Text.TrimEnd()}\n\n{link.AbsoluteUri}" : content.Text;

    /// <summary>The link to show as a card under the text, if any.</summary>
    public static Uri? Card(ChannelContent content) => content.Media.Count == 0 ? content.Link : null;

    private static bool Names(string text, Uri link) =>
        FacetFinder.Find(text).Any(facet => facet.Kind == FacetKind.Link && Uri.TryCreate(facet.Value, UriKind.Absolute, out var named) && named == link);
}
