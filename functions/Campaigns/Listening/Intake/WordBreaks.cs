using System.Globalization;
using System.Text;

namespace Campaigns.Listening.Intake;

/// <summary>
/// Where words begin and end: a word is a run of letters, marks, numbers and underscores. Scripts that write no space between words (Chinese,
/// Japanese hiragana, Thai, Lao, Burmese, Khmer) may break between any two letters, as Unicode's own rule has it without a dictionary.
/// </summary>
internal static class WordBreaks
{
    /// <summary>The end of the piece that starts at <paramref name="start"/>: a word, or one character that is none.</summary>
    public static int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var before = Next(text, ref end);
        while (end < text.Length)
        {
            var after = end;
            var next = Next(text, ref after);
            if (IsBreak(before, next))
            {
                break;
            }

            (before, end) = (next, after);
        }

        return end;
    }

    /// <summary>Whether a word may end, or begin, at <paramref name="index"/>.</summary>
    public static bool IsBreak(ReadOnlySpan<char> text, int index)
    {
        if (index == 0 || index == text.Length)
        {
            return true;
        }

        Rune.DecodeLastFromUtf16(text[..index], out var before, out _);
        return IsBreak(before, Next(text, ref index));
    }

    private static bool IsBreak(Rune before, Rune after)
    {
        if (before.IsAscii && after.IsAscii)
        {
            return !IsAsciiWord(before) || !IsAsciiWord(after);
        }

        // A mark never stands apart from its letter.
        return !IsWord(before) || !IsWord(after) || ((IsUnspaced(before) || IsUnspaced(after)) && !IsMark(after));
    }

    private static Rune Next(ReadOnlySpan<char> text, ref int index)
    {
        Rune.DecodeFromUtf16(text[index..], out var rune, out var length);
        index += length;
        return rune;
    }

    private static bool IsAsciiWord(Rune rune) => char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_';

    private static bool IsWord(Rune rune) => rune.IsAscii ? IsAsciiWord(rune)
        : Rune.IsLetter(rune) || Rune.IsNumber(rune) || IsMark(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.ConnectorPunctuation;

    private static bool IsMark(Rune rune) => !rune.IsAscii
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsUnspaced(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x309F) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
