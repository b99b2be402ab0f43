namespace Campaigns.Listening.Cells;

/// <summary>
/// Merges records into a cell. A mention that is new goes into the open page, and so does the merged record of one that changed, wherever
/// its earlier version stands: the cell is the union of its pages. What the open page cannot hold is sealed.
/// </summary>
internal static class CellMerge
{
    /// <summary>Merges.</summary>
    /// <param name="before">The cell as it was read.</param>
    /// <param name="pages">All its sealed pages.</param>
    /// <param name="pending">What is to be merged into it.</param>
    /// <param name="sizes">How large pages are.</param>
    /// <returns>What to write, or null where the cell holds all of it already.</returns>
    public static CellChange? Of(CellState before, SealedPages pages, IReadOnlyCollection<CellPage> pending, PageSizes sizes)
    {
        CellPage[] all = [before.Open, .. pending];
        using var writer = new PageWriter([.. before.Open.Channels], all.Where(page => page.Count > 0).Select(page => page.Earliest).DefaultIfEmpty().Min(), all.Sum(page => page.Bytes.Length));
        var (open, news) = (new PageCursor(before.Open), new PageUnion(pending));
        var (changed, retractions, unknown) = (false, before.Retractions, 0);
        while (news.TryTake(out var record))
        {
            while (!open.IsAtEnd && open.Key < record.Key)
            {
                writer.Add(open.Take());
            }

            var (isOpen, isKnown) = (!open.IsAtEnd && open.Key == record.Key, pages.TryFind(record.Key, out var known));
            if (isOpen)
            {
                var version = open.Take();
                known = isKnown ? MentionRecord.Merge(version, known) : version;
            }

            var merged = isOpen || isKnown ? MentionRecord.Merge(known, record) : record;
            var isChanged = !(isOpen || isKnown) || merged != known;
            if (isOpen || isChanged)
            {
                writer.Add(merged);
            }

            changed |= isChanged;
            unknown += isOpen || isKnown ? 0 : 1;
            retractions += isChanged && (isOpen || isKnown) && Retracts(known, merged) ? 1 : 0;
        }

        if (!changed)
        {
            return null;
        }

        while (!open.IsAtEnd)
        {
            writer.Add(open.Take());
        }

        return writer.Bytes <= sizes.SealFrom
            ? new CellChange(writer.End(1)[0], [], retractions, unknown)
            : new CellChange(CellPage.Empty, writer.End(Math.Min(writer.Count, (writer.Bytes + sizes.Sealed - 1) / sizes.Sealed)), retractions, unknown);
    }

    /// <summary>Whether a union over authors that had the record as it was may be wrong now.</summary>
    private static bool Retracts(in MentionRecord before, in MentionRecord after) =>
        before.Author != after.Author || before.Kind != after.Kind || before.Own != after.Own;
}
