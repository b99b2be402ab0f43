using System.Text;
using Campaigns.Planning;

namespace Campaigns.Listening.Hashtags;

/// <summary>Says why a text is not one hashtag.</summary>
internal static class HashtagFaults
{
    /// <summary>The reason as a sentence, for a text that <see cref="Hashtag.TryParse"/> refuses.</summary>
    /// <param name="bare">The text without its sign.</param>
    public static string Of(string bare)
    {
        if (bare.Length == 0)
        {
            return "It is empty.";
        }

        if (bare.Length > 100)
        {
            return $"It has {bare.Length} characters; at most 100 are taken.";
        }

        var hasLetter = false;
        foreach (var rune in bare.EnumerateRunes())
        {
            hasLetter |= HashtagCharacters.IsLetter(rune);
            if (!HashtagCharacters.IsLetter(rune) && !HashtagCharacters.IsDigitOrSpecial(rune))
            {
                return Rune.IsWhiteSpace(rune) ? "It holds white space, which ends a hashtag."
                    : rune.Value is '#' or '\uFF03' ? "It holds a second number sign: platforms take two hashtags that are glued together for none."
                    : $"It holds {Shown(rune)}, which ends a hashtag: only letters, digits and underscores belong to one.";
            }
        }

        return hasLetter ? "Platforms do not take it for one hashtag." : "It has no letter: a number alone is no hashtag.";
    }

    private static string Shown(Rune rune) =>
        Rune.IsControl(rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format
            ? $"U+{rune.Value:X4}" : $"“{rune}”";
}
