using System.Text;

namespace Campaigns.Planning;

/// <summary>
/// How a hashtag looks: two that look the same have the same skeleton (Unicode Technical Standard 39, for letters that look like Latin ones).
/// It is taken of the hashtag as it is written, since <c>I</c> looks like <c>l</c> and <c>i</c> does not; the skeleton itself has no case.
/// </summary>
internal static class Skeleton
{
    /// <summary>The most characters of a hashtag that has a skeleton.</summary>
    public const int LongestTag = 512;

    /// <summary>The most characters of a skeleton.</summary>
    public const int Longest = 4 * LongestTag;

    /// <summary>The skeletons of a hashtag: in lower case, in upper case, and as it is written.</summary>
    /// <param name="hashtag">The hashtag.</param>
    public static IEnumerable<string> Of(Hashtag hashtag) =>
        new[] { hashtag.Folded, hashtag.Folded.ToUpperInvariant(), hashtag.Display }.Select(Of).Where(skeleton => skeleton.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Writes the skeleton of a hashtag without its sign.</summary>
    /// <param name="tag">The hashtag as it is written.</param>
    /// <param name="skeleton">Where to; <see cref="Longest"/> characters.</param>
    /// <returns>Its length; 0 where the hashtag is too long to have one.</returns>
    public static int Write(ReadOnlySpan<char> tag, Span<char> skeleton)
    {
        if (tag.Length > LongestTag)
        {
            return 0;
        }

        if (!Ascii.IsValid(tag))
        {
            return WriteNormalized(tag, skeleton);
        }

        var length = 0;
        foreach (var character in tag)
        {
            length += WriteLatin(character, skeleton[length..]);
        }

        return length;
    }

    private static string Of(string tag)
    {
        Span<char> skeleton = stackalloc char[Longest];
        return skeleton[..Write(tag, skeleton)].ToString();
    }

    private static int WriteNormalized(ReadOnlySpan<char> tag, Span<char> skeleton)
    {
        Span<char> composed = stackalloc char[Longest];
        Span<char> decomposed = stackalloc char[Longest];
        if (!tag.TryNormalize(composed, out var length, NormalizationForm.FormKC)
            || !composed[..length].TryNormalize(decomposed, out length, NormalizationForm.FormD))
        {
            return 0;
        }

        var written = 0;
        foreach (var letter in decomposed[..length].EnumerateRunes())
        {
            if (IsInvisible(letter))
            {
                continue;
            }

            if (written + 4 > skeleton.Length)
            {
                return 0;
            }

            if (letter.IsAscii)
            {
                written += WriteLatin((char)letter.Value, skeleton[written..]);
            }
            else if (LookAlikeLetters.Find(letter) is { } latin)
            {
                foreach (var character in latin)
                {
                    written += WriteLatin(character, skeleton[written..]);
                }
            }
            else
            {
                written += Rune.ToLowerInvariant(Rune.ToUpperInvariant(letter)).EncodeToUtf16(skeleton[written..]);
            }
        }

        return written;
    }

    private static int WriteLatin(char character, Span<char> skeleton)
    {
        if (character == 'm')
        {
            (skeleton[0], skeleton[1]) = ('r', 'n');
            return 2;
        }

        skeleton[0] = character switch
        {
            'I' or 'l' => '1',
            'O' or '0' => 'o',
            _ => char.ToLowerInvariant(character),
        };
        return 1;
    }

    /// <summary>Joiners, fillers and selectors that may stand in a hashtag and show nothing.</summary>
    private static bool IsInvisible(Rune rune) => rune.Value is 0x034F or (>= 0x115F and <= 0x1160) or (>= 0x17B4 and <= 0x17B5)
        or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200D) or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
