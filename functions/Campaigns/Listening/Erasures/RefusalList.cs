using System.Collections.Frozen;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Erasures;

/// <summary>The author keys of one campaign whose people were erased: what comes from them counts as without an author.</summary>
/// <param name="Version">Changes with the list; empty where it never had anybody.</param>
/// <param name="Keys">The keys.</param>
/// <param name="Open">Those whose erasure is under way, with what stands in their place: some cells may still hold the key.</param>
public sealed record RefusalList(string Version, FrozenSet<UInt128> Keys, FrozenDictionary<UInt128, ErasedAuthor> Open)
{
    /// <summary>The list of a campaign that nobody was erased from.</summary>
    public static RefusalList None { get; } = new("", FrozenSet<UInt128>.Empty, FrozenDictionary<UInt128, ErasedAuthor>.Empty);

    /// <summary>Whether the campaign was closed: nothing that comes counts any more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Records as they count: those of erased people without their author and what is known of them.</summary>
    /// <param name="page">The records.</param>
    /// <returns>The very page where none of its authors was erased.</returns>
    internal CellPage Without(CellPage page)
    {
        if (Keys.Count == 0 || !Has(page))
        {
            return page;
        }

        using var writer = new PageWriter([.. page.Channels], page.Earliest, page.Bytes.Length);
        for (var cursor = new PageCursor(page); !cursor.IsAtEnd;)
        {
            var record = cursor.Take();
            writer.Add(Keys.Contains(record.Author) ? Without(record) : record);
        }

        return writer.End(1)[0];
    }

    private static MentionRecord Without(in MentionRecord record) => record with
    {
        Author = default,
        AuthorKind = AuthorKind.Unknown,
        Followers = MentionRecord.Unknown,
        LargestFollowers = MentionRecord.Unknown,
    };

    private bool Has(CellPage page)
    {
        for (var cursor = new PageCursor(page); !cursor.IsAtEnd;)
        {
            if (Keys.Contains(cursor.Take().Author))
            {
                return true;
            }
        }

        return false;
    }
}
