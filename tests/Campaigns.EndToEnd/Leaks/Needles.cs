using System.Buffers.Binary;

namespace Campaigns.EndToEnd.Leaks;

/// <summary>Looks for a hundred thousand strings at once: a bit for the hash of each string's first bytes, then the strings that begin so.</summary>
/// <param name="prefix">How many bytes each of them has at least, up to eight.</param>
internal sealed class Needles(int prefix)
{
    private const int Bits = 24;

    private readonly ulong[] seen = new ulong[1 << (Bits - 6)];
    private readonly Dictionary<ulong, List<(byte[] Bytes, PlantedDatum Datum)>> byPrefix = [];

    /// <summary>What is told of each place where a string stands.</summary>
    public delegate void Found(PlantedDatum datum, ReadOnlySpan<byte> text, int start, int length);

    public void Add(byte[] bytes, PlantedDatum datum)
    {
        if (bytes.Length < prefix)
        {
            return;
        }

        var key = Key(bytes);
        var hash = Hash(key);
        seen[hash >> 6] |= 1UL << (hash & 63);
        if (byPrefix.TryGetValue(key, out var list))
        {
            list.Add((bytes, datum));
        }
        else
        {
            byPrefix.Add(key, [(bytes, datum)]);
        }
    }

    public void Search(ReadOnlySpan<byte> text, Found found)
    {
        if (text.Length < prefix)
        {
            return;
        }

        var mask = prefix == 8 ? ulong.MaxValue : (1UL << (8 * prefix)) - 1;
        ulong key = 0;
        for (var at = 0; at < text.Length; at++)
        {
            // The newest byte comes last, so that the key is the same as that of Key.
            key = ((key << 8) | text[at]) & mask;
            var hash = Hash(key);
            if (at < prefix - 1 || (seen[hash >> 6] & (1UL << (hash & 63))) == 0 || !byPrefix.TryGetValue(key, out var list))
            {
                continue;
            }

            var start = at - prefix + 1;
            foreach (var (bytes, datum) in list)
            {
                if (text[start..].StartsWith(bytes))
                {
                    found(datum, text, start, bytes.Length);
                }
            }
        }
    }

    private ulong Key(byte[] bytes)
    {
        Span<byte> eight = stackalloc byte[8];
        eight.Clear();
        bytes.AsSpan(0, prefix).CopyTo(eight[(8 - prefix)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(eight);
    }

    private static int Hash(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - Bits));
}
