using System.Text;
using Azure.Data.Tables;

namespace Campaigns.Storage;

/// <summary>Texts longer than one property holds: they go on in the next one.</summary>
internal static class LongText
{
    /// <summary>A text property holds 32 Ki characters, on the emulator 64 KiB of UTF-8; so many letters of any script are within both.</summary>
    private const int PropertySize = 20 * 1024;

    /// <summary>Puts a text into an entity.</summary>
    public static TableEntity Put(TableEntity entity, string text)
    {
        for (var (at, number) = (0, 0); at < text.Length; number++)
        {
            var length = Math.Min(PropertySize, text.Length - at);
            // Half of a surrogate pair is no text.
            length -= char.IsHighSurrogate(text[at + length - 1]) && at + length < text.Length ? 1 : 0;
            entity[Property(number)] = text.Substring(at, length);
            at += length;
        }

        return entity;
    }

    /// <summary>Reads the text back.</summary>
    public static string Read(TableEntity entity)
    {
        var text = new StringBuilder();
        for (var number = 0; entity.GetString(Property(number)) is { } part; number++)
        {
            text.Append(part);
        }

        return text.ToString();
    }

    /// <summary>How many characters the text in an entity has.</summary>
    public static int Length(TableEntity entity)
    {
        var length = 0;
        for (var number = 0; entity.TryGetValue(Property(number), out var part); number++)
        {
            length += ((string)part).Length;
        }

        return length;
    }

    private static string Property(int number) => $"J{number:00}";
}
