using System.Buffers.Binary;
using System.Text;

namespace Campaigns.Listening.Cells;

/// <summary>Reads what <see cref="ByteWriter"/> wrote; damage ends in a <see cref="CellFormatException"/>, never in a wrong length.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>How many bytes were not read yet.</summary>
    public readonly int Left => rest.Length;

    public byte Byte() => Take(1)[0];

    public ulong Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new CellFormatException("A number in the cell does not end.");
    }

    public long Known(bool isKnown) => isKnown ? (long)Number() : MentionRecord.Unknown;

    public UInt128 Key() => BinaryPrimitives.ReadUInt128BigEndian(Take(16));

    public string Text() => Encoding.UTF8.GetString(Take(Count(1)));

    /// <summary>How many items follow; never more than the bytes that are left can hold.</summary>
    public int Count(int shortest)
    {
        var count = Number();
        return count <= (ulong)(rest.Length / shortest) ? (int)count : throw new CellFormatException($"The cell promises {count} items and holds {rest.Length} bytes.");
    }

    /// <summary>All was read.</summary>
    public readonly void End()
    {
        if (rest.Length > 0)
        {
            throw new CellFormatException($"{rest.Length} bytes follow the cell's end.");
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (rest.Length < length)
        {
            throw new CellFormatException("The cell's bytes are cut short.");
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
