using System.Buffers.Binary;

namespace Campaigns.Listening.Cells;

/// <summary>
/// Records as the bytes that rest in storage, in the order of their keys: about 45 bytes each, where a <see cref="MentionRecord"/> in memory
/// takes more than three times as much. A record is made when it is asked for. Pages never change. The layout is versioned and described in
/// <c>docs/decisions/0004-cells.md</c>: a version byte, the channels' names, the earliest observation, then each record, then a check sum;
/// numbers are of variable length.
/// </summary>
public sealed class CellPage
{
    private readonly byte[] bytes;
    private readonly IReadOnlyList<string> channels;

    private CellPage(byte[] bytes, PageFrame frame, UInt128 lastKey)
    {
        this.bytes = bytes;
        channels = frame.Channels;
        LastKey = lastKey;
        (Earliest, Count, Start) = (frame.Earliest, frame.Count, frame.Length);
    }

    /// <summary>A page without mentions.</summary>
    public static CellPage Empty { get; } = Of(Cell.Empty);

    /// <summary>How many mentions it holds.</summary>
    public int Count { get; }

    /// <summary>The page as it rests.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The names of the channels of its records.</summary>
    internal IReadOnlyList<string> Channels => channels;

    /// <summary>No record of it was observed earlier.</summary>
    internal long Earliest { get; }

    /// <summary>The last record's key.</summary>
    internal UInt128 LastKey { get; }

    /// <summary>Where the first record stands.</summary>
    internal int Start { get; }

    /// <summary>The page of a cell's records; equal cells give equal pages.</summary>
    /// <param name="cell">The cell.</param>
    public static CellPage Of(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var channels = new List<string>();
        var earliest = cell.Count == 0 ? 0 : long.MaxValue;
        foreach (ref readonly var record in cell.Records)
        {
            if (!channels.Contains(record.Channel))
            {
                channels.Add(record.Channel);
            }

            earliest = Math.Min(earliest, record.ObservedAt);
        }

        channels.Sort(StringComparer.Ordinal);
        using var writer = new PageWriter(channels, earliest);
        foreach (ref readonly var record in cell.Records)
        {
            writer.Add(record);
        }

        return writer.End(1)[0];
    }

    /// <summary>The page that bytes are; every record is looked at once.</summary>
    /// <param name="bytes">What a page was written as; the page keeps the array.</param>
    /// <exception cref="CellFormatException">They are of another version, or damaged.</exception>
    public static CellPage Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var frame = PageFrame.Read(bytes, out var records);
        var reader = new ByteReader(records);
        var before = default(UInt128);
        for (var number = 0; number < frame.Count; number++)
        {
            var key = RecordBytes.Read(ref reader, frame.Channels, frame.Earliest).Key;
            if (number > 0 && key <= before)
            {
                throw new CellFormatException("The cell's records are out of order.");
            }

            before = key;
        }

        reader.End();
        return new CellPage(bytes, frame, before);
    }

    /// <summary>The page as a cell.</summary>
    public Cell ToCell()
    {
        var records = new MentionRecord[Count];
        var at = Start;
        foreach (ref var record in records.AsSpan())
        {
            record = ReadAt(ref at);
        }

        return Cell.OfSorted(records);
    }

    /// <summary>A page that was just written.</summary>
    internal static CellPage Written(byte[] bytes, PageFrame frame, UInt128 lastKey) => new(bytes, frame, lastKey);

    /// <summary>The key of the record that stands at a place.</summary>
    internal UInt128 KeyAt(int place) => BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(place + RecordBytes.KeyPlace));

    /// <summary>The record that stands at a place, which becomes that of the next one.</summary>
    internal MentionRecord ReadAt(ref int place)
    {
        var reader = new ByteReader(bytes.AsSpan(place));
        var left = reader.Left;
        var record = RecordBytes.Read(ref reader, channels, Earliest);
        place += left - reader.Left;
        return record;
    }
}
