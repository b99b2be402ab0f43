using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Addresses of people's profiles on platforms, and handles that are a server's name.</summary>
internal static class Profiles
{
    // No further on either side; more would make hostile texts slow.
    private const int Longest = 500;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pages = new HashSet<string>(
        ("hashtag search i intent share sharer watch events event groups explore p reel reels home login stories tag tags playlist results embed shorts help about legal privacy policies "
        + "jobs company school feed posts marketplace gaming status topics discover r video videos photo photos playlists hashtags dialog plugins docs developers business live t tos notes")
        .Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Looks at an address at the platform's name in it.</summary>
    public static void Find(ReadText text, int platform)
    {
        var chars = text.Chars.AsSpan(0, text.Length);
        var end = text.Tokens[platform].Start;
        if (text.Spans.Count > 0 && text.Spans[text.Spans.Count - 1] is { Kind: PersonalDataKind.Handle } found && found.Start <= end && found.End > end)
        {
            return;
        }

        var (least, most) = (end - Longest, Math.Min(chars.Length, end + Longest));
        while (end < most && IsInAddress(chars[end]))
        {
            end++;
        }

        while (end > 0 && chars[end - 1] is '.' or ',' or ')' or '!' or '?' or ':' or ';' or '\'' or '"')
        {
            end--;
        }

        var start = text.Tokens[platform].Start;
        if (chars[text.Tokens[platform + 1].Start..].StartsWith("social", StringComparison.OrdinalIgnoreCase) && start > 0 && chars[start - 1] == '.')
        {
            // jane.bsky.social
            while (start > 0 && start > least && (char.IsAsciiLetterOrDigit(chars[start - 1]) || chars[start - 1] is '.' or '-' or '@'))
            {
                start--;
            }

            if (!chars[start..].StartsWith("www.", StringComparison.Ordinal))
            {
                text.Spans.Add(start, text.Tokens[platform + 1].End, PersonalDataKind.Handle);
            }

            return;
        }

        var slash = chars[start..end].IndexOf('/');
        if (slash < 0 || (start > 3 && chars[(start - 4)..start] is "pic."))
        {
            return;
        }

        var path = chars[(start + slash + 1)..end].TrimStart('/');
        var first = path.IndexOfAny("/?&#") is >= 0 and var length ? path[..length] : path;
        if (first.TrimStart("@#!").IsEmpty || Pages.Contains(first))
        {
            return;
        }

        while (start > 0 && start > least && IsInAddress(chars[start - 1]))
        {
            start--;
        }

        text.Spans.Add(start, end, PersonalDataKind.Handle);
    }

    private static bool IsInAddress(char character) => character is > ' ' and < (char)0x7F and not ('"' or '<' or '>' or '(' or ')' or '[' or ']' or ',');
}
