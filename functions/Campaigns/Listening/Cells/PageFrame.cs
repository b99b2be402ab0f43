using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Campaigns.Listening.Cells;

/// <summary>What stands around a page's records: the layout's version, the channels' names, the earliest observation, how many records follow, and a check sum at the end.</summary>
/// <param name="Channels">The names.</param>
/// <param name="Earliest">The earliest observation, in milliseconds since 1970.</param>
/// <param name="Count">How many records follow.</param>
/// <param name="Length">How many bytes stand before the first of them.</param>
internal readonly record struct PageFrame(IReadOnlyList<string> Channels, long Earliest, int Count, int Length)
{
    /// <summary>The check sum's bytes, behind the records.</summary>
    public const int SumLength = 4;

    /// <summary>The layout that is written. Layout 1 lacked topics and look-alikes, layout 2 the check sum; their records read the same.</summary>
    public const byte Version = 3;

    private const byte FirstVersion = 1;

    /// <summary>Since this version a check sum follows the records.</summary>
    private const byte SummedVersion = 3;

    /// <summary>The most bytes before the first record.</summary>
    public static int LongestOf(IReadOnlyList<string> channels)
    {
        var size = 1 + (3 * ByteWriter.LongestNumber);
        foreach (var channel in channels)
        {
            size += ByteWriter.LongestNumber + Encoding.UTF8.GetByteCount(channel);
        }

        return size;
    }

    /// <summary>Writes what stands before the records.</summary>
    public static PageFrame Write(ref ByteWriter writer, IReadOnlyList<string> channels, long earliest, int count)
    {
        writer.Byte(Version);
        writer.Number((ulong)channels.Count);
        foreach (var channel in channels)
        {
            writer.Text(channel);
        }

        writer.Number((ulong)earliest);
        writer.Number((ulong)count);
        return new PageFrame([.. channels], earliest, count, writer.Written);
    }

    /// <summary>Writes what stands behind the records.</summary>
    /// <param name="bytes">The whole page.</param>
    public static void Seal(Span<byte> bytes) => BinaryPrimitives.WriteUInt32BigEndian(bytes[^SumLength..], SumOf(bytes[..^SumLength]));

    /// <summary>Reads the frame of a page.</summary>
    /// <param name="bytes">The whole page.</param>
    /// <param name="records">The bytes of its records.</param>
    public static PageFrame Read(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> records)
    {
        var version = bytes.IsEmpty ? throw new CellFormatException("The cell has no bytes.") : bytes[0];
        if (version is < FirstVersion or > Version)
        {
            throw new CellFormatException($"The cell has layout {version}; this version reads {FirstVersion} to {Version}.");
        }

        var framed = version >= SummedVersion ? Checked(bytes) : bytes;
        var reader = new ByteReader(framed);
        reader.Byte();
        var channels = new string[reader.Count(1)];
        foreach (ref var channel in channels.AsSpan())
        {
            channel = string.Intern(reader.Text());
        }

        var earliest = (long)reader.Number();
        var count = reader.Count(RecordBytes.Shortest);
        records = framed[^reader.Left..];
        return new PageFrame(channels, earliest, count, framed.Length - reader.Left);
    }

    private static ReadOnlySpan<byte> Checked(ReadOnlySpan<byte> bytes) =>
        bytes.Length > SumLength && BinaryPrimitives.ReadUInt32BigEndian(bytes[^SumLength..]) == SumOf(bytes[..^SumLength])
            ? bytes[..^SumLength]
            : throw new CellFormatException("The cell's bytes are not those that were written.");

    /// <summary>CRC-32C.</summary>
    private static uint SumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var rest in bytes)
        {
            sum = BitOperations.Crc32C(sum, rest);
        }

        return ~sum;
    }
}
