using System.Buffers;
using System.Text;

namespace Campaigns.Listening.Intake;

/// <summary>
/// A text in the form in which words compare: NFKC, case folded, typographic apostrophes and dashes as plain ones, and without characters
/// that take no room. It serves one text after the other in memory of its own.
/// </summary>
internal sealed class FoldedText
{
    // What takes no room: soft hyphen, zero-width space, joiners and marks of direction, word joiner, variation selectors, byte order mark.
    private static readonly SearchValues<char> Roomless = SearchValues.Create(
        "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F\uFEFF");

    private char[] text = new char[1024];
    private char[] spare = new char[1024];

    /// <summary>Folds a text; what the last call gave is overwritten.</summary>
    public ReadOnlySpan<char> Fold(ReadOnlySpan<char> written)
    {
        MakeRoom(written.Length);
        if (Ascii.ToLower(written, text, out var length) == OperationStatus.Done)
        {
            return text.AsSpan(0, length);
        }

        length = Normalize(written);
        MakeRoom(2 * length);

        // By way of upper case, so that both small sigmas meet.
        spare.AsSpan(0, length).ToUpperInvariant(text);
        text.AsSpan(0, length).ToLowerInvariant(spare);
        return text.AsSpan(0, Tidy(spare.AsSpan(0, length)));
    }

    /// <summary>Normalizes into <see cref="spare"/>; the length there.</summary>
    private int Normalize(ReadOnlySpan<char> written)
    {
        try
        {
            int length;
            while (!written.TryNormalize(spare, out length, NormalizationForm.FormKC))
            {
                MakeRoom(spare.Length * 2);
            }

            return length;
        }
        catch (ArgumentException)
        {
            return NormalizePiecewise(written);
        }
    }

    /// <summary>
    /// Half of a surrogate pair, or a code point that Unicode rules out, has no normal form: it is replaced, and the words around it count. This
    /// is rare, and may take its time.
    /// </summary>
    private int NormalizePiecewise(ReadOnlySpan<char> written)
    {
        var whole = new StringBuilder(written.Length);
        foreach (var rune in written.EnumerateRunes())
        {
            whole.Append((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        var normal = whole.ToString().Normalize(NormalizationForm.FormKC);
        MakeRoom(normal.Length);
        normal.CopyTo(spare);
        return normal.Length;
    }

    private int Tidy(ReadOnlySpan<char> folded)
    {
        var length = 0;
        foreach (var character in folded)
        {
            switch (character)
            {
                case 'ß':
                    (text[length], text[length + 1]) = ('s', 's');
                    length += 2;
                    break;
                case '\u2018' or '\u2019':
                    text[length++] = '\'';
                    break;
                case >= '\u2010' and <= '\u2015':
                    text[length++] = '-';
                    break;
                default:
                    if (character < 0x80 || !Roomless.Contains(character))
                    {
                        text[length++] = character;
                    }

                    break;
            }
        }

        return length;
    }

    private void MakeRoom(int needed)
    {
        if (text.Length < needed)
        {
            Array.Resize(ref text, Math.Max(needed, text.Length * 2));
        }

        if (spare.Length < needed)
        {
            Array.Resize(ref spare, Math.Max(needed, spare.Length * 2));
        }
    }
}
