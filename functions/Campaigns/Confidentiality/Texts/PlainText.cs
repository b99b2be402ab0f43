using System.Buffers;
using System.Globalization;
using System.Text;

namespace Campaigns.Confidentiality.Texts;

/// <summary>Writes a text in plain characters, with the way back to the original: widths, accents, look-alikes, entities and escapes are undone.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Select(static code => (char)code).Where(static code => (code >= ' ' || code is '\t' or '\n' or '\r') && code is not ('&' or '%' or '[' or '`' or '\x7F'))]);

    private static readonly string[] Kinds = [.. Enum.GetValues<PersonalDataKind>().Select(PersonalData.Replacement)];

    /// <summary>Whether the text stands as it is.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Plain);

    public static int Write(ReadOnlySpan<char> text, char[] chars, int[] from, int[] to)
    {
        var length = 0;
        for (var at = 0; at < text.Length;)
        {
            var run = text[at..].IndexOfAnyExcept(Plain);
            run = run < 0 ? text.Length - at : run;
            text.Slice(at, run).CopyTo(chars.AsSpan(length));
            for (var unit = 0; unit < run; unit++)
            {
                (from[length + unit], to[length + unit]) = (at + unit, at + unit + 1);
            }

            (at, length) = (at + run, length + run);
            if (at == text.Length)
            {
                break;
            }

            var (plain, units) = Next(text[at..]);
            if (plain != Characters.Dropped)
            {
                (chars[length], from[length], to[length]) = (plain, at, at + units);
                length++;
            }
            else if (length > 0)
            {
                // What nobody sees belongs to what stands before it: a keycap to its digit, an accent to its letter.
                to[length - 1] = at + units;
            }

            at += units;
        }

        return length;
    }

    private static (char Plain, int Units) Next(ReadOnlySpan<char> text)
    {
        var first = text[0];
        switch (first)
        {
            case '&' when text.Length > 3 && Entity(text) is { Units: > 0 } entity:
                return entity;
            case '%' when text.Length > 2 && byte.TryParse(text.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is >= 0x20 and < 0x7F:
                return ((char)code, 3);
            case '[':
                foreach (var kind in Kinds)
                {
                    if (text.StartsWith(kind, StringComparison.Ordinal))
                    {
                        return (Characters.Found, kind.Length);
                    }
                }

                return (first, 1);
            case < ' ' and not ('\t' or '\n' or '\r') or '\x7F':
                return (Characters.Dropped, 1);
            case < (char)0x80 and not '`':
                return (first, 1);
        }

        return Rune.DecodeFromUtf16(text, out var rune, out var units) == OperationStatus.Done
            ? (Characters.Plain(rune), units)
            : (Characters.Sign, 1);
    }

    private static (char Plain, int Units) Entity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 10)].IndexOf(';');
        if (end < 3)
        {
            return (' ', 0);
        }

        var name = text[1..end];
        if (name[0] != '#')
        {
            var known = name switch { "amp" => '&', "nbsp" => ' ', "commat" => '@', "period" => '.', "quot" => '"', "apos" => '\'', "num" => '#', "plus" => '+', "lpar" => '(', "rpar" => ')', "ndash" or "mdash" or "hyphen" => '-', "shy" => Characters.Dropped, "lt" => '<', "gt" => '>', _ => '\0' };
            return (known, known == '\0' ? 0 : end + 1);
        }

        var isCode = name[1] is 'x' or 'X'
            ? int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isCode && Rune.IsValid(code) && code >= ' ' ? (Characters.Plain(new Rune(code)), end + 1) : (' ', 0);
    }
}
