using System.Text;

namespace Campaigns.Insight.Embedded;

/// <summary>Emoji and emoticons in a text.</summary>
internal static class Signs
{
    private const int LongestEmoticon = 10;

    /// <summary>Whether this may be an emoji: pictures, dingbats and symbols.</summary>
    /// <param name="rune">The code point.</param>
    public static bool IsEmoji(Rune rune) => rune.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF);

    /// <summary>Whether this only says how the emoji before it looks: variation selectors, skin tones, joiners, key caps.</summary>
    /// <param name="rune">The code point.</param>
    public static bool IsDress(Rune rune) =>
        rune.Value is 0xFE0E or 0xFE0F or 0x200D or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F);

    /// <summary>How long the emoticon is that stands at the front of a text; 0 where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="afterSpace">Whether a space or nothing stands before it: elsewhere only those that begin with eyes are seen.</param>
    /// <param name="lexicon">What emoticons there are.</param>
    /// <param name="number">Its number in the lexicon.</param>
    public static int Emoticon(ReadOnlySpan<char> text, bool afterSpace, Lexicon lexicon, out int number)
    {
        number = -1;
        if (!afterSpace && text[0] is not (':' or ';' or '=' or '<' or '>'))
        {
            return 0;
        }

        var longest = 1;
        while (longest < Math.Min(text.Length, LongestEmoticon) && !char.IsWhiteSpace(text[longest]))
        {
            longest++;
        }

        Span<char> lower = stackalloc char[LongestEmoticon];
        for (var at = 0; at < longest; at++)
        {
            lower[at] = char.ToLowerInvariant(text[at]);
        }

        for (var length = longest; length >= 2; length--)
        {
            if ((length == text.Length || !char.IsLetterOrDigit(text[length])) && (number = lexicon.Find(lower[..length])) >= 0)
            {
                return length;
            }
        }

        return 0;
    }
}
