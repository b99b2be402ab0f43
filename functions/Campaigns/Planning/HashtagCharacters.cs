using System.Buffers;
using System.Globalization;
using System.Text;

namespace Campaigns.Planning;

/// <summary>Which characters make a hashtag, by the twitter-text rules.</summary>
internal static class HashtagCharacters
{
    /// <summary>The two number signs that start a hashtag, half and full width.</summary>
    public static readonly SearchValues<char> Signs = SearchValues.Create("#\uFF03");

    /// <summary>Joiners, points and marks of several scripts that stand inside a hashtag though they are neither letter nor digit.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "_\u00B7\u05BE\u05F3\u05F4\u0F0B\u0F0C\u200C\u200D\u3003\u301C\u309B\u309C\u30A0\u30FB\uA67E\uFF5E");

    /// <summary>True for the sign that starts a hashtag.</summary>
    public static bool IsSign(char character) => character is '#' or '\uFF03';

    /// <summary>True for the emoji variation selectors, which never glue a hashtag to what stands before them.</summary>
    public static bool IsVariationSelector(char character) => character is '\uFE0E' or '\uFE0F';

    /// <summary>True for a letter or a mark: a hashtag needs one.</summary>
    public static bool IsLetter(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetter((char)rune.Value)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>True for whatever may stand in a hashtag beside letters: a digit of any script or a special character.</summary>
    public static bool IsDigitOrSpecial(Rune rune) => rune.IsAscii
        ? char.IsAsciiDigit((char)rune.Value) || rune.Value == '_'
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber || (rune.IsBmp && Special.Contains((char)rune.Value));

    /// <summary>True where a hashtag may start right after <paramref name="before"/>.</summary>
    public static bool IsBoundary(Rune before) =>
        before.Value != '&' && !IsLetter(before) && !IsDigitOrSpecial(before);
}
