using System.Collections;

namespace Campaigns.Listening.Cells;

/// <summary>
/// A cell's records, each mention once, in the order of their keys. They are made one by one as they are gone through: what is held is the
/// cell's pages, which a process has but once.
/// </summary>
public sealed class CellRecords : IEnumerable<MentionRecord>
{
    private readonly IReadOnlyCollection<CellPage> pages;

    internal CellRecords(IReadOnlyCollection<CellPage> pages) => this.pages = pages;

    /// <summary>No fewer than there are mentions: one that changed after its page was sealed stands in two pages.</summary>
    public int CountAtMost => pages.Sum(page => page.Count);

    /// <inheritdoc />
    public IEnumerator<MentionRecord> GetEnumerator()
    {
        var union = new PageUnion(pages);
        while (union.TryTake(out var record))
        {
            yield return record;
        }
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
