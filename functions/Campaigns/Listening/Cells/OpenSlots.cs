namespace Campaigns.Listening.Cells;

/// <summary>
/// A table of numbers by hash, open addressing in one array: four bytes for each slot, and it grows by a quarter, so that little of it is empty. What a
/// number stands for, and the hash of that, only the owner knows.
/// </summary>
/// <param name="hashOf">The hash of what a number stands for; its upper bits must be even.</param>
internal sealed class OpenSlots(Func<uint, ulong> hashOf)
{
    private const int AtFirst = 16;

    private uint[] slots = new uint[AtFirst];
    private int count;

    /// <summary>The memory that it takes.</summary>
    public long Bytes => slots.Length * (long)sizeof(uint);

    /// <summary>The number in a slot; 0 where there is none, which ends the search.</summary>
    public uint this[int slot] => slots[slot];

    /// <summary>The hash of a key. Keys are parts of a keyed hash, and even already; the rest is for keys that are not.</summary>
    public static ulong HashOf(UInt128 key) => ((ulong)key ^ (ulong)(key >> 64)) * 0x9E37_79B9_7F4A_7C15;

    /// <summary>The first slot in which a number of this hash may be.</summary>
    public int First(ulong hash) => (int)Math.BigMul(hash, (ulong)slots.Length, out _);

    /// <summary>The slot to look at next.</summary>
    public int Next(int slot) => slot + 1 == slots.Length ? 0 : slot + 1;

    /// <summary>Adds a number, though one of the same hash or meaning be there.</summary>
    /// <param name="number">The number; not 0.</param>
    /// <param name="hash">The hash of what it stands for.</param>
    public void Add(uint number, ulong hash)
    {
        if (++count * 4L > slots.Length * 3L)
        {
            Grow();
        }

        Put(number, hash);
    }

    private void Grow()
    {
        var before = slots;
        slots = new uint[(before.Length * 5 / 4) + AtFirst];
        foreach (var number in before)
        {
            if (number != 0)
            {
                Put(number, hashOf(number));
            }
        }
    }

    private void Put(uint number, ulong hash)
    {
        var slot = First(hash);
        while (slots[slot] != 0)
        {
            slot = Next(slot);
        }

        slots[slot] = number;
    }
}
