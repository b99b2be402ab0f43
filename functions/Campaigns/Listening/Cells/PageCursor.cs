namespace Campaigns.Listening.Cells;

/// <summary>Goes through a page's records in the order of their keys.</summary>
/// <param name="page">The page.</param>
internal sealed class PageCursor(CellPage page)
{
    private int place = page.Start;
    private int left = page.Count;

    /// <summary>Whether no record is left.</summary>
    public bool IsAtEnd => left == 0;

    /// <summary>The key of the next record.</summary>
    public UInt128 Key => page.KeyAt(place);

    /// <summary>The next record.</summary>
    public MentionRecord Take()
    {
        left--;
        return page.ReadAt(ref place);
    }
}
