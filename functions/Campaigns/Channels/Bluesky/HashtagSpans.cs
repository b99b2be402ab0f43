using System.Text.RegularExpressions;

namespace Campaigns.Channels.Bluesky;

/// <summary>Where the hashtags of a text stand.</summary>
internal static partial class HashtagSpans
{
    public static IEnumerable<(int Start, int End, string Tag)> In(string text) =>
        Hashtag().Matches(text).Select(match => (match.Index, match.Index + match.Length, match.Groups["tag"].Value));

    [GeneratedRegex(@"(?<![\w&/])[#＃](?<tag>(?=\d*_*[\p{L}\p{M}])[\p{L}\p{M}\p{Nd}_]+)(?![#＃]|://)")]
    private static partial Regex Hashtag();
}
