using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Texts;

/// <summary>
/// What the texts queue carries: texts of one hour as
/// <c>{"v":1,"campaign":…,"generation":…,"hour":"2015060810","batch":…,"texts":base64 of their bytes, compressed}</c>.
/// The texts are without personal data; no author, mention id or address is in it. Where a trace goes on with it: <c>"trace":…</c>.
/// </summary>
/// <param name="Hour">The campaign and the hour, as a cell's name.</param>
/// <param name="Batch">Random, made when the texts were packed.</param>
/// <param name="Texts">The texts.</param>
public sealed record TextsMessage(CellId Hour, ulong Batch, IReadOnlyList<PackedText> Texts)
{
    /// <summary>The most bytes of compressed texts: in base64, with the rest of the message, less than 48 KiB.</summary>
    public const int LongestTexts = (MentionsMessage.Longest - 512) / 4 * 3;

    private const int Version = 1;

    /// <summary>How long a message may wait: a text that nobody could analyse in a week goes, and counts once it is handed in again.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromDays(7);

    /// <summary>Far above what is packed; damaged bytes must not fill the memory.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The trace that it belongs to, or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Writes a message.</summary>
    /// <param name="hour">The campaign and the hour.</param>
    /// <param name="batch">The batch's number.</param>
    /// <param name="compressed">What <see cref="TextBytes"/> wrote, compressed with Brotli.</param>
    /// <param name="traceParent">The trace that it belongs to, or null.</param>
    public static BinaryData Write(CellId hour, ulong batch, ReadOnlySpan<byte> compressed, string? traceParent)
    {
        var buffer = new ArrayBufferWriter<byte>(512 + (compressed.Length / 3 * 4));
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteNumber("v"u8, Version);
        writer.WriteString("campaign"u8, hour.Campaign);
        writer.WriteString("generation"u8, hour.Generation);
        writer.WriteString("hour"u8, hour.HourText);
        writer.WriteNumber("batch"u8, batch);
        writer.WriteBase64String("texts"u8, compressed);
        if (traceParent is not null)
        {
            writer.WriteString("trace"u8, traceParent);
        }

        writer.WriteEndObject();
        writer.Flush();
        return new BinaryData(buffer.WrittenMemory);
    }

    /// <summary>Reads a message.</summary>
    /// <param name="text">What <see cref="Write"/> made.</param>
    /// <exception cref="CellFormatException">It is of another version, or damaged.</exception>
    public static TextsMessage Read(BinaryData text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Stored? stored;
        try
        {
            stored = JsonSerializer.Deserialize<Stored>(text.ToMemory().Span, JsonSerializerOptions.Web);
        }
        catch (JsonException fault)
        {
            throw new CellFormatException($"The message is no JSON object of texts: {fault.Message}");
        }

        return stored is { V: Version, Campaign: not null, Generation: not null, Texts: not null } && CellId.TryParseHour(stored.Hour, out var hour)
            ? new TextsMessage(new CellId(stored.Campaign, stored.Generation, hour), stored.Batch, TextBytes.Read(Decompress(stored.Texts))) { TraceParent = stored.Trace }
            : throw new CellFormatException($"The message has layout {stored?.V}; this version reads {Version}.");
    }

    /// <summary>Says nothing of what was said, wherever it is printed.</summary>
    public override string ToString() => nameof(TextsMessage);

    private static byte[] Decompress(byte[] compressed)
    {
        for (var size = 256 * 1024; size <= MostBytes; size *= 4)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(size);
            try
            {
                if (BrotliDecoder.TryDecompress(compressed, buffer, out var written))
                {
                    return buffer.AsSpan(0, written).ToArray();
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            }
        }

        throw new CellFormatException("The message's texts cannot be decompressed.");
    }

    private sealed record Stored(int V, string? Campaign, string? Generation, string? Hour, ulong Batch, byte[]? Texts, string? Trace);
}
