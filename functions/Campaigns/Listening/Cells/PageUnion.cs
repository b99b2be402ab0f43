using System.Diagnostics.CodeAnalysis;

namespace Campaigns.Listening.Cells;

/// <summary>Goes through the union of pages in the order of keys; a mention that stands in several of them comes once, merged.</summary>
internal sealed class PageUnion
{
    private readonly PriorityQueue<PageCursor, UInt128> next;

    public PageUnion(IReadOnlyCollection<CellPage> pages)
    {
        next = new PriorityQueue<PageCursor, UInt128>(pages.Count);
        foreach (var page in pages)
        {
            var cursor = new PageCursor(page);
            if (!cursor.IsAtEnd)
            {
                next.Enqueue(cursor, cursor.Key);
            }
        }
    }

    /// <summary>The next record, if there is one.</summary>
    public bool TryTake([MaybeNullWhen(false)] out MentionRecord record)
    {
        if (!next.TryPeek(out var cursor, out var key))
        {
            record = default;
            return false;
        }

        record = Take(cursor);
        while (next.TryPeek(out cursor, out var same) && same == key)
        {
            record = MentionRecord.Merge(record, Take(cursor));
        }

        return true;
    }

    /// <summary>Takes from the cursor that stands first, and puts it where it belongs now.</summary>
    private MentionRecord Take(PageCursor first)
    {
        var record = first.Take();
        if (first.IsAtEnd)
        {
            next.Dequeue();
        }
        else
        {
            next.DequeueEnqueue(first, first.Key);
        }

        return record;
    }
}
