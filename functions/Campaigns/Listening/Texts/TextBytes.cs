using System.Buffers.Binary;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Texts;

/// <summary>
/// Texts as bytes, one after the other: the key (8 bytes, big-endian), the channel, the tags, the topics, the language (empty where unknown) and
/// the text. Texts have their length before them; numbers have seven bits a byte.
/// </summary>
internal static class TextBytes
{
    /// <summary>The most bytes around a text.</summary>
    public const int Frame = 96;

    /// <summary>Writes one text.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(Span<byte> into, ulong key, string channel, ulong tags, ulong topics, string? language, ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteUInt64BigEndian(into, key);
        var writer = new ByteWriter(into[8..]);
        writer.Text(channel);
        writer.Number(tags);
        writer.Number(topics);
        writer.Text(language ?? "");
        writer.Number((ulong)text.Length);
        text.CopyTo(into[(8 + writer.Written)..]);
        return 8 + writer.Written + text.Length;
    }

    /// <summary>Reads all texts.</summary>
    /// <exception cref="CellFormatException">They are damaged.</exception>
    public static List<PackedText> Read(ReadOnlySpan<byte> bytes)
    {
        var texts = new List<PackedText>();
        var channels = new List<string>();
        var reader = new ByteReader(bytes);
        Span<byte> key = stackalloc byte[8];
        while (reader.Left > 0)
        {
            for (var at = 0; at < key.Length; at++)
            {
                key[at] = reader.Byte();
            }

            var channel = reader.Text();
            if (channels.Find(channel.Equals) is not { } known)
            {
                channels.Add(known = channel);
            }

            var (tags, topics, language) = (reader.Number(), reader.Number(), reader.Text());
            texts.Add(new PackedText(BinaryPrimitives.ReadUInt64BigEndian(key), known, tags, topics, language.Length == 0 ? null : language, reader.Text()));
        }

        return texts;
    }
}
