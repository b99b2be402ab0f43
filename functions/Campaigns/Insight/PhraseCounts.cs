namespace Campaigns.Insight;

/// <summary>
/// How many mentions of a day have each phrase, by a key that tells nobody the phrase. Bounded: where there are too many, those of the fewest
/// mentions go, so that a count is a lower bound.
/// </summary>
internal sealed class PhraseCounts
{
    /// <summary>The most phrases.</summary>
    public const int Most = 4096;

    private const int Kept = Most / 4 * 3;

    private readonly Dictionary<ulong, long> counts;

    public PhraseCounts() => counts = [];

    private PhraseCounts(Dictionary<ulong, long> counts) => this.counts = counts;

    public IReadOnlyDictionary<ulong, long> All => counts;

    public PhraseCounts Copy() => new(new Dictionary<ulong, long>(counts));

    /// <summary>Sets a phrase as it was stored.</summary>
    public void Set(ulong key, long mentions) => counts[key] = mentions;

    /// <summary>Notes that one more mention has a phrase.</summary>
    /// <returns>How many have it.</returns>
    public long Add(ulong key)
    {
        if (counts.Count >= Most && !counts.ContainsKey(key))
        {
            MakeRoom();
        }

        return counts[key] = counts.GetValueOrDefault(key) + 1;
    }

    private void MakeRoom()
    {
        foreach (var (key, _) in counts.OrderBy(static phrase => phrase.Value).ThenBy(static phrase => phrase.Key).Take(counts.Count - Kept).ToArray())
        {
            counts.Remove(key);
        }
    }
}
