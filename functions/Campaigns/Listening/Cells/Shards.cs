using System.Numerics;

namespace Campaigns.Listening.Cells;

/// <summary>
/// How the mentions of an hour are spread: over a power of two of cells, by the first bits of their keys. Each cell has a partition of its own,
/// so that writers of one shard never meet those of another.
/// </summary>
public static class Shards
{
    /// <summary>The most shards of an hour.</summary>
    public const int Most = 64;

    /// <summary>
    /// How many mentions an hour may bring for each shard. A partition takes 2,000 entities a second; a write of three entities for every
    /// single mention, the worst case, stays at 50 a second then, and a cell within a few megabytes of memory.
    /// </summary>
    public const int MentionsEach = 60_000;

    private const int KeyBits = 6;

    /// <summary>How many shards an hour should have.</summary>
    /// <param name="expected">How many mentions its campaign's busiest hour may bring, or null where no flood is expected.</param>
    public static int Wanted(long? expected) =>
        expected is { } mentions ? (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp((mentions + MentionsEach - 1) / MentionsEach, 1, Most)) : 1;

    /// <summary>The shard of a mention.</summary>
    /// <param name="key">The mention's key.</param>
    /// <param name="count">How many shards its hour has.</param>
    public static int Of(UInt128 key, int count) => (int)(key >> (128 - KeyBits)) * count >> KeyBits;

    /// <summary>Whether a number of shards is one that an hour can have.</summary>
    /// <param name="count">The number.</param>
    public static bool IsCount(int count) => count is >= 1 and <= Most && BitOperations.IsPow2(count);

    /// <summary>Splits records by shard. Shards are ranges of keys, so that a page that was packed for one shard is that shard's whole.</summary>
    /// <param name="page">The records.</param>
    /// <param name="count">How many shards their hour has.</param>
    internal static IReadOnlyList<(int Shard, CellPage Page)> Split(CellPage page, int count)
    {
        if (page.Count == 0)
        {
            return [];
        }

        if (Of(page.KeyAt(page.Start), count) is var first && first == Of(page.LastKey, count))
        {
            return [(first, page)];
        }

        var parts = new List<(int, CellPage)>();
        var cursor = new PageCursor(page);
        while (!cursor.IsAtEnd)
        {
            var shard = Of(cursor.Key, count);
            using var writer = new PageWriter([.. page.Channels], page.Earliest, page.Bytes.Length);
            while (!cursor.IsAtEnd && Of(cursor.Key, count) == shard)
            {
                writer.Add(cursor.Take());
            }

            parts.Add((shard, writer.End(1)[0]));
        }

        return parts;
    }
}
