namespace Campaigns.Listening.Cells;

/// <summary>
/// The sealed pages of one cell as far as this process holds them, the first ones without a gap, and where in them each mention stands: to
/// find one costs the same however many pages there are.
/// </summary>
internal sealed class SealedPages
{
    private const int PlaceBits = 18;
    private const int PlaceMask = (1 << PlaceBits) - 1;

    private readonly Lock turn = new();
    private readonly List<CellPage> pages = [];

    /// <summary>Of each mention, its page's number plus one and the place of its record there.</summary>
    private readonly OpenSlots places;
    private long bytes;

    /// <summary>No pages yet.</summary>
    /// <param name="rewritten">How often the cell's sealed pages had been written anew when the first of these is read.</param>
    public SealedPages(long rewritten = 0) => (Rewritten, places) = (rewritten, new OpenSlots(entry => OpenSlots.HashOf(pages[PageOf(entry)].KeyAt(PlaceOf(entry)))));

    /// <summary>How often the cell's sealed pages had been written anew when the first of these was read.</summary>
    public long Rewritten { get; }

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
                return bytes + places.Bytes;
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
            Enter(number);
        }
    }

    /// <summary>The record of a mention, if one of the pages has it; the union, if several have.</summary>
    public bool TryFind(UInt128 key, out MentionRecord record)
    {
        record = default;
        var isFound = false;
        lock (turn)
        {
            for (var slot = places.First(OpenSlots.HashOf(key)); places[slot] is var entry and not 0; slot = places.Next(slot))
            {
                var (page, place) = (pages[PageOf(entry)], PlaceOf(entry));
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

    private void Enter(int number)
    {
        var page = pages[number];
        var place = page.Start;
        for (var left = page.Count; left > 0; left--)
        {
            places.Add(((uint)number + 1) << PlaceBits | (uint)place, OpenSlots.HashOf(page.KeyAt(place)));
            page.ReadAt(ref place);
        }
    }

    private static int PageOf(uint entry) => (int)(entry >> PlaceBits) - 1;

    private static int PlaceOf(uint entry) => (int)entry & PlaceMask;
}
