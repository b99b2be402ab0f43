namespace Campaigns.Results.RollUps;

/// <summary>
/// Distinct authors, in little memory: open addressing over their keys, about 33 bytes each, or 58 with what hashtags and topics they used.
/// Adding an author again adds only what is new or larger, so that adding a cell again changes nothing.
/// </summary>
/// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
/// <param name="byPart">Whether hashtags and topics are kept.</param>
/// <param name="withTopics">Whether there are topics to keep.</param>
internal sealed class AuthorUnion(long influencerFollowers, bool byPart, bool withTopics = false)
{
    // In parts, so that a table of many authors grows piece by piece and not by a copy of the whole.
    private const int PartBits = 6;

    private readonly Slots?[] parts = new Slots?[1 << PartBits];

    /// <summary>What the authors come to.</summary>
    public People People { get; } = new(influencerFollowers, byPart);

    /// <summary>The memory that it takes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Adds what a mention tells of its author.</summary>
    /// <param name="author">The author's key, not zero.</param>
    /// <param name="sight">What the mention tells.</param>
    public void Add(UInt128 author, in AuthorSight sight)
    {
        var hash = HashOf(author);
        ref var part = ref parts[PartOf(author)];
        part ??= Made(8);
        if (part.IsFull)
        {
            part = Grown(part);
        }

        var slot = part.Find(author, hash);
        var (seen, used, known, about) = (part.Seen[slot], byPart ? part.Tags[slot] : 0, byPart ? part.KnownTags[slot] : 0, withTopics ? part.Topics[slot] : 0);
        var now = (
            Seen: sight.Tags != 0 ? seen.With(sight) : seen,
            Used: used | (byPart ? sight.Tags : 0),
            Known: known | (byPart && sight.HasImpressions ? sight.Tags : 0),
            About: about | (withTopics ? sight.Topics : 0));
        if (now == (seen, used, known, about))
        {
            return;
        }

        // People are counted as they come, so that a roll-up need not go through all of them.
        People.Count(-1, seen, used, known, about);
        People.Count(1, now.Seen, now.Used, now.Known, now.About);
        part.Seen[slot] = now.Seen;
        if (byPart)
        {
            (part.Tags[slot], part.KnownTags[slot]) = (now.Used, now.Known);
        }

        if (withTopics)
        {
            part.Topics[slot] = now.About;
        }
    }

    /// <summary>Whether an author was seen.</summary>
    public bool Has(UInt128 author) => parts[PartOf(author)]?.Has(author, HashOf(author)) >= 0;

    /// <summary>Whether a mention of an author counts.</summary>
    public bool IsContributor(UInt128 author) =>
        parts[PartOf(author)] is { } part && part.Has(author, HashOf(author)) is var slot and >= 0 && part.Seen[slot].Kinds != 0;

    // Keys are parts of a keyed hash, and even already; the rest is for keys that are not.
    private static ulong HashOf(UInt128 author) => ((ulong)author ^ (ulong)(author >> 64)) * 0x9E37_79B9_7F4A_7C15;

    private static int PartOf(UInt128 author) => (int)(HashOf(author) >> (64 - PartBits));

    private Slots Made(int capacity)
    {
        var made = new Slots(capacity, byPart, withTopics);
        Bytes += made.Bytes;
        return made;
    }

    private Slots Grown(Slots part)
    {
        var grown = Made((part.Keys.Length * 5 / 4) + 8);
        for (var from = 0; from < part.Keys.Length; from++)
        {
            if (part.Keys[from] is var author && author != 0)
            {
                var to = grown.Find(author, HashOf(author));
                grown.Seen[to] = part.Seen[from];
                if (byPart)
                {
                    (grown.Tags[to], grown.KnownTags[to]) = (part.Tags[from], part.KnownTags[from]);
                }

                if (withTopics)
                {
                    grown.Topics[to] = part.Topics[from];
                }
            }
        }

        Bytes -= part.Bytes;
        return grown;
    }

    private sealed class Slots(int capacity, bool byPart, bool withTopics)
    {
        private int count;

        public UInt128[] Keys { get; } = new UInt128[capacity];

        public SeenAuthor[] Seen { get; } = new SeenAuthor[capacity];

        public ulong[] Tags { get; } = byPart ? new ulong[capacity] : [];

        public ulong[] KnownTags { get; } = byPart ? new ulong[capacity] : [];

        public ulong[] Topics { get; } = withTopics ? new ulong[capacity] : [];

        public long Bytes => Keys.Length * (24L + (byPart ? 16 : 0) + (withTopics ? 8 : 0));

        public bool IsFull => count >= Keys.Length * 4 / 5;

        /// <summary>The slot of an author, taken if there is none yet.</summary>
        public int Find(UInt128 author, ulong hash)
        {
            var slot = Look(author, hash);
            if (Keys[slot] == 0)
            {
                Keys[slot] = author;
                count++;
            }

            return slot;
        }

        /// <summary>The slot of an author, or below zero where there is none.</summary>
        public int Has(UInt128 author, ulong hash) => Look(author, hash) is var slot && Keys[slot] == author ? slot : -1;

        private int Look(UInt128 author, ulong hash)
        {
            var slot = (int)Math.BigMul(hash << PartBits, (ulong)Keys.Length, out _);
            while (Keys[slot] != author && Keys[slot] != 0)
            {
                slot = slot + 1 == Keys.Length ? 0 : slot + 1;
            }

            return slot;
        }
    }
}
