using System.Text;
using System.Text.RegularExpressions;

namespace Campaigns.Channels.Bluesky;

/// <summary>Finds the links, mentions and hashtags of a text: Bluesky shows none of them unless it is told where they are.</summary>
internal static partial class FacetFinder
{
    private const int MaxTagGraphemes = 64;
    private const int MaxTagBytes = 640;

    /// <summary>The facets of a text in their order, none over another. A handle still has to be resolved before it is a mention.</summary>
    public static IReadOnlyList<Facet> Find(string text)
    {
        var found = new List<(int Start, int End, FacetKind Kind, string Value)>();
        found.AddRange(Links(text));
        Take(found, Mentions(text));
        Take(found, Tags(text));
        return [.. found.OrderBy(f => f.Start).Select(f =>
        {
            var start = Encoding.UTF8.GetByteCount(text.AsSpan(0, f.Start));
            return new Facet(start, start + Encoding.UTF8.GetByteCount(text.AsSpan(f.Start, f.End - f.Start)), f.Kind, f.Value);
        })];
    }

    private static IEnumerable<(int Start, int End, FacetKind Kind, string Value)> Links(string text)
    {
        foreach (Match match in Link().Matches(text))
        {
            var end = match.Index + WithoutTrailingPunctuation(match.ValueSpan);
            var shown = text[match.Index..end];
            var address = match.Groups["scheme"].Success ? shown : "https://" + shown;
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0)
            {
                yield return (match.Index, end, FacetKind.Link, address);
            }
        }
    }

    private static IEnumerable<(int Start, int End, FacetKind Kind, string Value)> Mentions(string text) =>
        Mention().Matches(text).Select(match => (match.Index, match.Index + match.Length, FacetKind.Mention, match.Groups["handle"].Value.ToLowerInvariant()));

    private static IEnumerable<(int Start, int End, FacetKind Kind, string Value)> Tags(string text) =>
        HashtagSpans.In(text)
            .Where(span => BlueskyText.Graphemes(span.Tag) <= MaxTagGraphemes && BlueskyText.Bytes(span.Tag) <= MaxTagBytes)
            .Select(span => (span.Start, span.End, FacetKind.Tag, span.Tag));

    private static void Take(
        List<(int Start, int End, FacetKind Kind, string Value)> found, IEnumerable<(int Start, int End, FacetKind Kind, string Value)> more) =>
        found.AddRange(more.Where(next => found.TrueForAll(f => next.End <= f.Start || next.Start >= f.End)).ToList());

    /// <summary>How much of a match is the address: a sentence's full stop or a bracket around the address is not part of it.</summary>
    private static int WithoutTrailingPunctuation(ReadOnlySpan<char> match)
    {
        while (match.Length > 0 && (".,;:!?'\"’”»…".Contains(match[^1], StringComparison.Ordinal) || (match[^1] == ')' && match.Count(')') > match.Count('('))))
        {
            match = match[..^1];
        }

        return match.Length;
    }

    // A bare domain is a link only under endings that are not also words or file names; any other address needs its https://.
    [GeneratedRegex(
        @"(?<![a-z0-9_@./#-])(?<scheme>https?://)[^\s<>""]+"
        + @"|(?<![\w@./#-])(?:[a-z0-9-]+\.)+(?:uk|wales|scot|ie|com|org|net|eu|int|gov|edu|info|social)(?![\w-]|\.\w)(?:[/?#][^\s<>""]*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"(?<![\w@./#-])@(?<handle>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)(?![\w@-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
