using Azure;

namespace Campaigns.Insight;

/// <summary>Which mentions of a campaign's hour were looked at: keys and nothing else, so that a mention that comes again adds nothing.</summary>
/// <param name="Tag">Storage's tag; null where nothing is stored yet.</param>
/// <param name="Open">The keys in the hour's own row, in order.</param>
/// <param name="Pages">The keys in its full pages, each in order; a page never changes.</param>
/// <param name="Batches">The last batches that came whole.</param>
internal sealed record LookedAt(ETag? Tag, ulong[] Open, IReadOnlyList<ulong[]> Pages, ulong[] Batches)
{
    /// <summary>So many keys fill a page of 32 KiB.</summary>
    public const int PageSize = 4096;

    /// <summary>Batches by whose number alone it is known that they came before; their keys say the same.</summary>
    private const int MostBatches = 512;

    public static LookedAt Nothing { get; } = new(null, [], [], []);

    public bool Has(ulong key) => Array.BinarySearch(Open, key) >= 0 || Pages.Any(page => Array.BinarySearch(page, key) >= 0);

    /// <summary>Adds keys that are not there; full pages split off.</summary>
    public LookedAt With(IEnumerable<ulong> keys, params IEnumerable<ulong> batches)
    {
        ulong[] open = [.. Open, .. keys];
        var pages = Pages.ToList();
        while (open.Length > PageSize)
        {
            var page = open[..PageSize];
            Array.Sort(page);
            pages.Add(page);
            open = open[PageSize..];
        }

        Array.Sort(open);
        return new LookedAt(Tag, open, pages, [.. Batches.Concat(batches).TakeLast(MostBatches)]);
    }
}
