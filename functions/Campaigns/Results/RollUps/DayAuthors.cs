using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>The distinct authors of a local day by their numbers in the campaign, in about 18 bytes each. Adding one again adds only what is new or larger.</summary>
internal sealed class DayAuthors
{
    private readonly Pieces<int> numbers = new();
    private readonly Pieces<SeenAuthor> seen = new();
    private readonly OpenSlots slots;

    /// <summary>None yet.</summary>
    /// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
    public DayAuthors(long influencerFollowers) => (People, slots) = (new People(influencerFollowers, byPart: false), new OpenSlots(entry => HashOf(numbers[(int)entry - 1])));

    /// <summary>What they come to.</summary>
    public People People { get; }

    /// <summary>The memory that it takes.</summary>
    public long Bytes => numbers.Bytes + seen.Bytes + slots.Bytes;

    /// <summary>Adds what a mention with a hashtag of the campaign tells of its author.</summary>
    /// <param name="number">The author's number, of <see cref="AuthorUnion"/>.</param>
    /// <param name="sight">What the mention tells.</param>
    public void Add(int number, in AuthorSight sight)
    {
        ref var known = ref seen[PlaceOf(number)];
        var now = known.With(sight);
        if (now != known)
        {
            People.Count(-1, known, default);
            People.Count(1, now, default);
            known = now;
        }
    }

    private int PlaceOf(int number)
    {
        var hash = HashOf(number);
        for (var slot = slots.First(hash); slots[slot] is var entry and not 0; slot = slots.Next(slot))
        {
            if (numbers[(int)entry - 1] == number)
            {
                return (int)entry - 1;
            }
        }

        numbers.Add(number);
        seen.Add(default);
        slots.Add((uint)numbers.Count, hash);
        return numbers.Count - 1;
    }

    private static ulong HashOf(int number) => ((ulong)number + 1) * 0x9E37_79B9_7F4A_7C15;
}
