using System.Globalization;
using System.Text;

namespace Campaigns.Confidentiality.Texts;

/// <summary>What each character stands for once look-alikes, widths, accents and invisible characters are out of the way.</summary>
internal static class Characters
{
    /// <summary>Nobody sees the character: it is left out.</summary>
    public const char Dropped = '\uFFFE';

    /// <summary>A picture or sign that means nothing here.</summary>
    public const char Sign = '\u00A4';

    /// <summary>What was found already.</summary>
    public const char Found = '\uFFFF';

    private const string LookAlikes = "АAВBЕEКKМMНHОOРPСCТTХXаaеeоoрpсcхxуyіiІIЅSѕsјjЈJΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo";
    private const string Others = "øoØOłlŁLđdĐDıi‘'’'ʼ'′'`'´'“\"”\"·.•.∙.。.․.⁄/∕/×*";

    // Filled when a character is met for the first time: most of Unicode never is.
    private static readonly char[] Known = new char[char.MaxValue + 1];

    static Characters()
    {
        foreach (var pairs in (string[])[LookAlikes, Others])
        {
            for (var at = 0; at < pairs.Length; at += 2)
            {
                Known[pairs[at]] = pairs[at + 1];
            }
        }
    }

    public static char Plain(char character)
    {
        if (character < 0x80)
        {
            return character;
        }

        var known = Known[character];
        return known != 0 ? known : Known[character] = Learn(new Rune(char.IsSurrogate(character) ? '\uFFFD' : character));
    }

    /// <summary>The same for a character of two units.</summary>
    public static char Plain(Rune rune) => rune.IsBmp ? Plain((char)rune.Value) : Learn(rune);

    private static char Learn(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Control:
                return Dropped;
            case UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate:
                return Sign;
            case UnicodeCategory.SpaceSeparator:
                return ' ';
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                return '\n';
            case UnicodeCategory.DashPunctuation:
                return '-';
            case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber when Rune.GetNumericValue(rune) is >= 0 and <= 9 and var value && value == Math.Floor(value):
                return (char)('0' + (int)value);
            case UnicodeCategory.OtherSymbol when rune.Value is < 0x24B6 or (> 0x24E9 and < 0x1F130) or > 0x1F189:
                return Sign;
        }

        if (rune.Value == 0xFFFD)
        {
            return Sign;
        }

        if (rune.Value is >= 0x1F150 and <= 0x1F189)
        {
            return (char)('A' + ((rune.Value - 0x1F150) % 0x20 % 26));
        }

        var plain = rune.ToString().Normalize(NormalizationForm.FormKD)[0];
        return plain is '\u2212' or '\u2043' ? '-' : char.IsSurrogate(plain) ? Sign : plain;
    }
}
