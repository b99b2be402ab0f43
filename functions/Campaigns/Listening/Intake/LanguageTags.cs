using System.Text.Json;

namespace Campaigns.Listening.Intake;

/// <summary>Reads languages: <c>en</c> and <c>en-GB</c> are <c>en</c>. What is no tag that begins with two letters is unknown.</summary>
internal static class LanguageTags
{
    private const int Longest = 35;

    private static readonly string[] All = [.. from first in "abcdefghijklmnopqrstuvwxyz" from second in "abcdefghijklmnopqrstuvwxyz" select $"{first}{second}"];

    /// <summary>The language of the string that a JSON reader stands on.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > Longest)
        {
            return null;
        }

        Span<byte> tag = stackalloc byte[Longest];
        return Find(tag[..reader.CopyString(tag)]);
    }

    /// <summary>The language of a tag.</summary>
    public static string? Find(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < 2 || (tag.Length > 2 && tag[2] is not ((byte)'-' or (byte)'_')))
        {
            return null;
        }

        var (first, second) = (tag[0] | 0x20, tag[1] | 0x20);
        return first is >= 'a' and <= 'z' && second is >= 'a' and <= 'z' ? All[((first - 'a') * 26) + second - 'a'] : null;
    }

    /// <summary>The language of a tag.</summary>
    public static string? Find(ReadOnlySpan<char> tag)
    {
        Span<byte> bytes = stackalloc byte[3];
        var length = Math.Min(tag.Length, bytes.Length);
        for (var at = 0; at < length; at++)
        {
            bytes[at] = tag[at] < 0x80 ? (byte)tag[at] : (byte)0;
        }

        return Find(bytes[..length]);
    }
}
