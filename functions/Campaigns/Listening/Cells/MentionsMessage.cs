using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaigns.Listening.Cells;

/// <summary>
/// What the mentions queue carries: the records of one cell as <c>{"v":1,"campaign":…,"generation":…,"hour":"2015060810","cell":base64}</c>.
/// It holds keys, tag numbers, kind, followers, engagement and times; no text, name or handle.
/// </summary>
/// <param name="Cell">Which cell they belong to.</param>
/// <param name="Records">The records.</param>
/// <param name="IsReplayed">Whether it was given up once and came back: <c>"replayed":true</c>.</param>
public sealed record MentionsMessage(CellId Cell, Cell Records, bool IsReplayed = false)
{
    /// <summary>The most bytes of a message. The service allows 64 KiB and escapes what it must; base64 needs no escape.</summary>
    public const int Longest = 48 * 1024;

    /// <summary>The most bytes of a cell in a message: the rest of it takes less than 512 bytes.</summary>
    public const int LongestCell = (Longest - 512) / 4 * 3;

    private const int Version = 1;

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
        var cell = CellBytes.Write(Records);
        var buffer = new ArrayBufferWriter<byte>(512 + (cell.Length / 3 * 4));
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteNumber("v"u8, Version);
        writer.WriteString("campaign"u8, Cell.Campaign);
        writer.WriteString("generation"u8, Cell.Generation);
        writer.WriteString("hour"u8, Cell.HourText);
        writer.WriteBase64String("cell"u8, cell);
        if (IsReplayed)
        {
            writer.WriteBoolean("replayed"u8, true);
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
            var stored = JsonSerializer.Deserialize<Stored>(text);
            return stored is { V: Version, Campaign: not null, Generation: not null, Cell: not null } && CellId.TryParseHour(stored.Hour, out var hour)
                ? new MentionsMessage(new CellId(stored.Campaign, stored.Generation, hour), CellBytes.Read(stored.Cell), stored.Replayed)
                : throw new CellFormatException($"The message has layout {stored?.V}; this version reads {Version}.");
        }
        catch (JsonException fault)
        {
            throw new CellFormatException($"The message is no JSON object of mentions: {fault.Message}");
        }
    }

    private sealed record Stored(
        [property: JsonPropertyName("v")] int V,
        [property: JsonPropertyName("campaign")] string? Campaign,
        [property: JsonPropertyName("generation")] string? Generation,
        [property: JsonPropertyName("hour")] string? Hour,
        [property: JsonPropertyName("cell")] byte[]? Cell,
        [property: JsonPropertyName("replayed")] bool Replayed);
}
