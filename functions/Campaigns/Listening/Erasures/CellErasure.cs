using System.Collections.Frozen;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Erasures;

/// <summary>What becomes of a cell's pages when people are erased from it.</summary>
/// <param name="Open">The open page as it is to be.</param>
/// <param name="Sealed">The sealed pages that change, by their numbers.</param>
internal sealed record CellErasure(CellPage Open, IReadOnlyList<(int Number, CellPage Page)> Sealed)
{
    /// <summary>Looks a cell through.</summary>
    /// <param name="open">Its open page.</param>
    /// <param name="pages">Its sealed pages.</param>
    /// <param name="erased">Who is to be erased, by their keys.</param>
    /// <returns>Null where none of them is in it.</returns>
    public static CellErasure? Of(CellPage open, IReadOnlyList<CellPage> pages, FrozenDictionary<UInt128, ErasedAuthor> erased)
    {
        var records = Theirs([open, .. pages], erased);
        return records.Count == 0 ? null : new CellErasure(
            Rewritten(open, records) ?? open,
            [.. pages.Index().Select(page => (page.Index, Page: Rewritten(page.Item, records))).Where(page => page.Page is not null).Select(page => (page.Index, page.Page!))]);
    }

    /// <summary>
    /// Every mention that stands in some page with an author who is erased, as it is to be. It is merged from all pages before the author changes, and
    /// stands in all of them alike afterwards: which version comes first may depend on the author's key, and must not depend on the token.
    /// </summary>
    private static Dictionary<UInt128, MentionRecord> Theirs(IReadOnlyList<CellPage> pages, FrozenDictionary<UInt128, ErasedAuthor> erased)
    {
        var theirs = new HashSet<UInt128>();
        ForEach(pages, record => _ = erased.ContainsKey(record.Author) && theirs.Add(record.Key));
        var merged = new Dictionary<UInt128, MentionRecord>();
        if (theirs.Count > 0)
        {
            ForEach(pages, record =>
            {
                if (theirs.Contains(record.Key))
                {
                    merged[record.Key] = merged.TryGetValue(record.Key, out var known) ? MentionRecord.Merge(known, record) : record;
                }
            });
        }

        return merged.ToDictionary(one => one.Key, one => erased.TryGetValue(one.Value.Author, out var author) ? Erased(one.Value, author) : one.Value);
    }

    private static MentionRecord Erased(in MentionRecord record, in ErasedAuthor author) => record with
    {
        Author = author.Token,
        AuthorKind = author.IsOrganisation ? AuthorKind.Organisation : record.AuthorKind,
    };

    private static void ForEach(IReadOnlyList<CellPage> pages, Action<MentionRecord> look)
    {
        foreach (var page in pages)
        {
            for (var cursor = new PageCursor(page); !cursor.IsAtEnd;)
            {
                look(cursor.Take());
            }
        }
    }

    /// <summary>A page with its records as they are to be; null where it has none of them.</summary>
    private static CellPage? Rewritten(CellPage page, Dictionary<UInt128, MentionRecord> records)
    {
        using var writer = new PageWriter([.. page.Channels], Math.Min(page.Earliest, records.Values.Min(record => record.ObservedAt)), page.Bytes.Length);
        var isChanged = false;
        for (var cursor = new PageCursor(page); !cursor.IsAtEnd;)
        {
            var before = cursor.Take();
            var isTheirs = records.TryGetValue(before.Key, out var after);
            writer.Add(isTheirs ? after : before);
            isChanged |= isTheirs;
        }

        return isChanged ? writer.End(1)[0] : null;
    }
}
