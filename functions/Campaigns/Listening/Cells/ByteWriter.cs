using System.Buffers.Binary;
using System.Text;

namespace Campaigns.Listening.Cells;

/// <summary>Writes numbers of variable length, keys and texts into a buffer that is long enough.</summary>
internal ref struct ByteWriter(Span<byte> buffer)
{
    /// <summary>The bytes of the largest number: seven bits in each.</summary>
    public const int LongestNumber = 10;

    private readonly Span<byte> buffer = buffer;

    /// <summary>How many bytes were written.</summary>
    public int Written { get; private set; }

    public void Byte(byte value) => buffer[Written++] = value;

    /// <summary>Seven bits a byte, the low ones first; the high bit says that more follow.</summary>
    public void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    /// <summary>A number, or nothing where it is unknown; a flag elsewhere says which.</summary>
    public void Known(long value)
    {
        if (value >= 0)
        {
            Number((ulong)value);
        }
    }

    public void Key(UInt128 key)
    {
        BinaryPrimitives.WriteUInt128BigEndian(buffer[Written..], key);
        Written += 16;
    }

    public void Text(string text)
    {
        Number((ulong)Encoding.UTF8.GetByteCount(text));
        Written += Encoding.UTF8.GetBytes(text, buffer[Written..]);
    }
}
