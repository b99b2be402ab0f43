namespace Campaigns.Listening.Cells;

/// <summary>
/// The sealed pages of one cell as far as this process holds them, the first ones without a gap, and where in them each mention stands: to
/// find one costs the same however many pages there are.
/// </summary>
/// <param name="rewritten">How often the cell's sealed pages had been written anew when the first of these was read.</param>
internal sealed class SealedPages(long rewritten = 0)
{
    private const int PlaceBits = 18;
    private const int PlaceMask = (1 << PlaceBits) - 1;

    private readonly Lock turn = new();
    private readonly List<CellPage> pages = [];

    /// <summary>Open addressing: zero, or the page's number plus one and the place of the record in it.</summary>
    private uint[] slots = new uint[16];
    private int mentions;
    private long bytes;

    /// <summary>How often the cell's sealed pages had been written anew when the first of these was read.</summary>
    public long Rewritten => rewritten;

    /// <summary>How many pages are here.</summary>
    public int Count
    {
        get
        {
            lock (turn)
            {
                return pages.Count;
            }
        }
    }

    /// <summary>The memory that they take.</summary>
    public long Size
    {
        get
        {
            lock (turn)
            {
                return bytes + (slots.Length * sizeof(uint));
            }
        }
    }

    /// <summary>The first pages.</summary>
    public CellPage[] First(int count)
    {
        lock (turn)
        {
            return [.. pages[..count]];
        }
    }

    /// <summary>Takes a page, unless it is here already or one before it is missing.</summary>
    public void Add(int number, CellPage page)
    {
        if (page.Bytes.Length > PlaceMask)
        {
            throw new CellFormatException($"A sealed page has {page.Bytes.Length} bytes; no page is written with more than {PlaceMask}.");
        }

        lock (turn)
        {
            if (number != pages.Count)
            {
                return;
            }

            pages.Add(page);
            bytes += page.Bytes.Length;
            mentions += page.Count;
            if (mentions * 5L > slots.Length * 3L)
            {
                Spread();
            }
            else
            {
                Enter(number);
            }
        }
    }

    /// <summary>The record of a mention, if one of the pages has it; the union, if several have.</summary>
    public bool TryFind(UInt128 key, out MentionRecord record)
    {
        record = default;
        var isFound = false;
        lock (turn)
        {
            for (var slot = SlotOf(key); slots[slot] is var entry and not 0; slot = (slot + 1) & (slots.Length - 1))
            {
                var (page, place) = (pages[(int)(entry >> PlaceBits) - 1], (int)entry & PlaceMask);
                if (page.KeyAt(place) == key)
                {
                    var version = page.ReadAt(ref place);
                    record = isFound ? MentionRecord.Merge(record, version) : version;
                    isFound = true;
                }
            }
        }

        return isFound;
    }

    private void Spread()
    {
        slots = new uint[slots.Length * 2];
        while (mentions * 5L > slots.Length * 3L)
        {
            slots = new uint[slots.Length * 2];
        }

        for (var number = 0; number < pages.Count; number++)
        {
            Enter(number);
        }
    }

    private void Enter(int number)
    {
        var page = pages[number];
        var place = page.Start;
        for (var left = page.Count; left > 0; left--)
        {
            var (entry, slot) = (((uint)number + 1) << PlaceBits | (uint)place, SlotOf(page.KeyAt(place)));
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = entry;
            page.ReadAt(ref place);
        }
    }

    private int SlotOf(UInt128 key) => (int)((((ulong)key ^ (ulong)(key >> 64)) * 0x9E3779B97F4A7C15) >> 32) & (slots.Length - 1);
}
