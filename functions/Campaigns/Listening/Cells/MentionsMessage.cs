using System.Buffers;
using System.Text.Json;

namespace Campaigns.Listening.Cells;

/// <summary>
/// What the mentions queue carries: records of one hour as <c>{"v":1,"campaign":…,"generation":…,"hour":"2015060810","cell":base64}</c>.
/// It holds keys, tag numbers, kind, followers, engagement and times; no text, name or handle. Where a trace goes on with it: <c>"trace":…</c>.
/// </summary>
/// <param name="Cell">Which cell they belong to; the stored number of shards says which one of the hour.</param>
/// <param name="Page">The records.</param>
/// <param name="Shards">How many shards the hour should have, if this is its first message: <c>"shards":8</c>.</param>
/// <param name="IsReplayed">Whether it was given up once and came back: <c>"replayed":true</c>.</param>
public sealed record MentionsMessage(CellId Cell, CellPage Page, int Shards = 1, bool IsReplayed = false)
{
    /// <summary>A message of records.</summary>
    /// <param name="cell">Which cell they belong to.</param>
    /// <param name="records">The records.</param>
    /// <param name="isReplayed">Whether it came back.</param>
    public MentionsMessage(CellId cell, Cell records, bool isReplayed = false)
        : this(cell, CellPage.Of(records), 1, isReplayed)
    {
    }

    /// <summary>The most bytes of a message. The service allows 64 KiB and escapes what it must; base64 needs no escape.</summary>
    public const int Longest = 48 * 1024;

    /// <summary>The most bytes of a cell in a message: the rest of it takes less than 512 bytes.</summary>
    public const int LongestCell = (Longest - 512) / 4 * 3;

    private const int Version = 1;

    /// <summary>The trace that it belongs to, or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The records, made anew each time.</summary>
    public Cell Records => Page.ToCell();

    /// <summary>Marks a message that was given up and goes back to its queue; one that cannot be read stays as it is.</summary>
    /// <param name="text">The message.</param>
    public static BinaryData Replayed(BinaryData text)
    {
        try
        {
            return (Read(text) with { IsReplayed = true }).Write();
        }
        catch (CellFormatException)
        {
            return text;
        }
    }

    /// <summary>The message as text.</summary>
    public BinaryData Write()
    {
        var buffer = new ArrayBufferWriter<byte>(512 + (Page.Bytes.Length / 3 * 4));
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteNumber("v"u8, Version);
        writer.WriteString("campaign"u8, Cell.Campaign);
        writer.WriteString("generation"u8, Cell.Generation);
        writer.WriteString("hour"u8, Cell.HourText);
        writer.WriteBase64String("cell"u8, Page.Bytes.Span);
        if (Shards > 1)
        {
            writer.WriteNumber("shards"u8, Shards);
        }

        if (IsReplayed)
        {
            writer.WriteBoolean("replayed"u8, true);
        }

        if (TraceParent is not null)
        {
            writer.WriteString("trace"u8, TraceParent);
        }

        writer.WriteEndObject();
        writer.Flush();
        return new BinaryData(buffer.WrittenMemory);
    }

    /// <summary>Reads a message.</summary>
    /// <param name="text">What <see cref="Write"/> made.</param>
    /// <exception cref="CellFormatException">It is of another version, or damaged.</exception>
    public static MentionsMessage Read(BinaryData text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var reader = new Utf8JsonReader(text.ToMemory().Span);
            var stored = new Stored();
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                stored.Take(ref reader);
            }

            return stored is { V: Version, Campaign: not null, Generation: not null, Cell: not null }
                && CellId.TryParseHour(stored.Hour, out var hour) && Cells.Shards.IsCount(stored.Shards)
                ? new MentionsMessage(new CellId(stored.Campaign, stored.Generation, hour), CellPage.Read(stored.Cell), stored.Shards, stored.Replayed) { TraceParent = stored.Trace }
                : throw new CellFormatException($"The message has layout {stored.V}; this version reads {Version}.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw new CellFormatException($"The message is no JSON object of mentions: {fault.Message}");
        }
    }

    /// <summary>The fields as they are found.</summary>
    private struct Stored()
    {
        public int V;
        public string? Campaign;
        public string? Generation;
        public string? Hour;
        public byte[]? Cell;
        public int Shards = 1;
        public bool Replayed;
        public string? Trace;

        public void Take(ref Utf8JsonReader reader)
        {
            if (IsNext(ref reader, "v"u8))
            {
                V = reader.GetInt32();
            }
            else if (IsNext(ref reader, "campaign"u8))
            {
                Campaign = reader.GetString();
            }
            else if (IsNext(ref reader, "generation"u8))
            {
                Generation = reader.GetString();
            }
            else if (IsNext(ref reader, "hour"u8))
            {
                Hour = reader.GetString();
            }
            else if (IsNext(ref reader, "cell"u8))
            {
                Cell = reader.GetBytesFromBase64();
            }
            else if (IsNext(ref reader, "shards"u8))
            {
                Shards = reader.GetInt32();
            }
            else if (IsNext(ref reader, "replayed"u8))
            {
                Replayed = reader.GetBoolean();
            }
            else if (IsNext(ref reader, "trace"u8))
            {
                Trace = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        private static bool IsNext(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();
    }
}
