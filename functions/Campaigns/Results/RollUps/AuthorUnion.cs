namespace Campaigns.Results.RollUps;

/// <summary>
/// The distinct authors of a campaign, in about 35 bytes each: their keys, what is known of them, and which hashtags and topics they used. Adding an author
/// again adds only what is new or larger, so that adding a cell again changes nothing.
/// </summary>
/// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
internal sealed class AuthorUnion(long influencerFollowers)
{
    /// <summary>About what one entry of <see cref="numbersOfUsed"/> and <see cref="used"/> takes.</summary>
    private const int UsedBytes = 80;

    private readonly AuthorNumbers numbers = new();
    private readonly Pieces<SeenAuthor> seen = new();

    /// <summary>Of each author, the number of what they used: of many authors, most used the same.</summary>
    private readonly Pieces<int> usedBy = new();
    private readonly List<UsedParts> used = [default];
    private readonly Dictionary<UsedParts, int> numbersOfUsed = new() { [default] = 0 };

    /// <summary>What the authors come to.</summary>
    public People People { get; } = new(influencerFollowers, byPart: true);

    /// <summary>The memory that it takes.</summary>
    public long Bytes => numbers.Bytes + seen.Bytes + usedBy.Bytes + (used.Count * (long)UsedBytes);

    /// <summary>Adds what a mention tells of its author.</summary>
    /// <param name="author">The author's key, not zero.</param>
    /// <param name="sight">What the mention tells.</param>
    /// <returns>The author's number, for <see cref="DayAuthors"/>.</returns>
    public int Add(UInt128 author, in AuthorSight sight)
    {
        var number = numbers.Find(author);
        if (number < 0)
        {
            number = numbers.Add(author);
            seen.Add(default);
            usedBy.Add(0);
        }

        var before = (Seen: seen[number], Used: used[usedBy[number]]);
        var now = (Seen: sight.Tags != 0 ? before.Seen.With(sight) : before.Seen, Used: before.Used.With(sight));
        if (now == before)
        {
            return number;
        }

        // People are counted as they come, so that a roll-up need not go through all of them.
        People.Count(-1, before.Seen, before.Used);
        People.Count(1, now.Seen, now.Used);
        seen[number] = now.Seen;
        if (now.Used != before.Used)
        {
            usedBy[number] = NumberOf(now.Used);
        }

        return number;
    }

    /// <summary>Whether an author was seen.</summary>
    public bool Has(UInt128 author) => numbers.Find(author) >= 0;

    /// <summary>Whether a mention of an author counts.</summary>
    public bool IsContributor(UInt128 author) => numbers.Find(author) is var number and >= 0 && seen[number].Kinds != 0;

    private int NumberOf(in UsedParts parts)
    {
        if (!numbersOfUsed.TryGetValue(parts, out var number))
        {
            numbersOfUsed.Add(parts, number = used.Count);
            used.Add(parts);
        }

        return number;
    }
}
