using System.Buffers;
using System.Text;

namespace Campaigns.Listening.Cells;

/// <summary>
/// A cell as bytes. The layout is versioned and described in <c>docs/decisions/0004-cells.md</c>: a version byte, the channels' names,
/// the earliest observation, then each record; numbers are of variable length. Equal cells give equal bytes.
/// </summary>
public static class CellBytes
{
    /// <summary>The layout that is written. Layout 1 lacked topics and look-alikes; whatever it says reads the same in layout 2.</summary>
    public const byte Version = 2;

    private const byte FirstVersion = 1;

    /// <summary>The cell's bytes.</summary>
    /// <param name="cell">The cell.</param>
    public static byte[] Write(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var channels = new List<string>();
        var earliest = long.MaxValue;
        var size = 0;
        foreach (ref readonly var record in cell.Records)
        {
            if (!channels.Contains(record.Channel))
            {
                channels.Add(record.Channel);
            }

            earliest = Math.Min(earliest, record.ObservedAt);
            size += RecordBytes.Longest;
        }

        channels.Sort(StringComparer.Ordinal);
        var buffer = ArrayPool<byte>.Shared.Rent(64 + size + channels.Sum(name => ByteWriter.LongestNumber + Encoding.UTF8.GetByteCount(name)));
        var writer = new ByteWriter(buffer);
        writer.Byte(Version);
        writer.Number((ulong)channels.Count);
        foreach (var channel in channels)
        {
            writer.Text(channel);
        }

        earliest = cell.Count == 0 ? 0 : earliest;
        writer.Number((ulong)earliest);
        writer.Number((ulong)cell.Count);
        foreach (ref readonly var record in cell.Records)
        {
            RecordBytes.Write(ref writer, record, channels.BinarySearch(record.Channel, StringComparer.Ordinal), earliest);
        }

        var bytes = buffer[..writer.Written];
        ArrayPool<byte>.Shared.Return(buffer);
        return bytes;
    }

    /// <summary>The cell that <paramref name="bytes"/> are.</summary>
    /// <param name="bytes">What <see cref="Write"/> made.</param>
    /// <exception cref="CellFormatException">They are of another version, or damaged.</exception>
    public static Cell Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var version = reader.Byte();
        if (version is < FirstVersion or > Version)
        {
            throw new CellFormatException($"The cell has layout {version}; this version reads {FirstVersion} to {Version}.");
        }

        var channels = new string[reader.Count(1)];
        foreach (ref var channel in channels.AsSpan())
        {
            channel = string.Intern(reader.Text());
        }

        var earliest = (long)reader.Number();
        var records = new MentionRecord[reader.Count(RecordBytes.Shortest)];
        foreach (ref var record in records.AsSpan())
        {
            record = RecordBytes.Read(ref reader, channels, earliest);
        }

        reader.End();
        return Cell.OfSorted(records);
    }
}
