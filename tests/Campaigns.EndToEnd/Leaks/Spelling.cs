using System.Text;

namespace Campaigns.EndToEnd.Leaks;

/// <summary>How bytes are read before anything is looked for in them.</summary>
internal static class Spelling
{
    /// <summary>Stands for punctuation that is no mere separator.</summary>
    private const byte Border = 1;

    public static bool IsLetterOrDigit(byte value) => value is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z');

    public static bool IsHexadecimal(byte value) => value is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f');

    public static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Without regard to case.</summary>
    public static byte[] Folded(ReadOnlySpan<byte> text)
    {
        var folded = new byte[text.Length];
        for (var at = 0; at < text.Length; at++)
        {
            folded[at] = Lower(text[at]);
        }

        return folded;
    }

    /// <summary>UTF-16 of ASCII as ASCII: without the noughts.</summary>
    public static byte[] WithoutNoughts(ReadOnlySpan<byte> text)
    {
        var narrow = new byte[text.Length];
        var length = 0;
        foreach (var value in text)
        {
            if (value != 0)
            {
                narrow[length++] = value;
            }
        }

        return narrow[..length];
    }

    /// <summary>Letters and digits without regard to case, and without what people put between them.</summary>
    public static byte[] Bare(ReadOnlySpan<byte> text)
    {
        var bare = new byte[text.Length];
        var length = 0;
        foreach (var value in text)
        {
            if (IsLetterOrDigit(value))
            {
                bare[length++] = Lower(value);
            }
            else if (!IsSeparator(value))
            {
                bare[length++] = Border;
            }
        }

        return bare[..length];
    }

    /// <summary>What JSON and URLs escape, as it was before: <c>\u0040</c> and <c>%40</c>; null where nothing is escaped.</summary>
    public static byte[]? Unescaped(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\\u"u8) < 0 && text.IndexOf((byte)'%') < 0)
        {
            return null;
        }

        var plain = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && Number(text, at + 1, 2) is { } octet)
            {
                plain[length++] = (byte)octet;
                at += 2;
            }
            else if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == 'u' && Number(text, at + 2, 4) is { } unit)
            {
                // Three bytes at most, in place of six; halves of a pair become a question mark, which nothing that was planted has.
                length += Encoding.UTF8.GetBytes([(char)unit], plain.AsSpan(length));
                at += 5;
            }
            else
            {
                plain[length++] = text[at];
            }
        }

        return plain[..length];
    }

    private static int? Number(ReadOnlySpan<byte> text, int start, int digits)
    {
        var number = 0;
        for (var at = start; at < start + digits; at++)
        {
            var digit = at >= text.Length ? -1 : char.IsAsciiHexDigit((char)text[at]) ? Convert.ToInt32($"{(char)text[at]}", 16) : -1;
            if (digit < 0)
            {
                return null;
            }

            number = (number * 16) + digit;
        }

        return number;
    }

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;

    // What lies beyond ASCII is a separator too: no-break spaces, dashes and characters that show nothing.
    private static bool IsSeparator(byte value) => value is 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'-' or (byte)'.' or (byte)'_' or (byte)'(' or (byte)')' or (byte)'/' or >= 0x80;
}
