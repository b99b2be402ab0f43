using System.Runtime.InteropServices;
using Campaigns.Listening.Cells;

namespace Campaigns.Results;

/// <summary>Distinct authors with the largest follower count seen of each. Their numbers are unions: never sums of parts.</summary>
/// <param name="expected">About how many there will be.</param>
internal sealed class Authors(int expected)
{
    // In parts, so that a table of many authors grows piece by piece and not by a copy of the whole.
    private readonly Dictionary<UInt128, Seen>?[] parts = new Dictionary<UInt128, Seen>?[16];

    /// <summary>Adds the author of a record; one that is seen again adds nothing but what is larger.</summary>
    public void Add(in MentionRecord record)
    {
        var part = parts[(int)(record.Author & 15)] ??= new Dictionary<UInt128, Seen>(expected / 16);
        ref var author = ref CollectionsMarshal.GetValueRefOrAddDefault(part, record.Author, out var known);
        author = new Seen(
            known ? Math.Max(author.Followers, record.LargestFollowers) : record.LargestFollowers,
            (known && author.IsOrganisation) || record.AuthorKind == AuthorKind.Organisation);
    }

    /// <summary>Forgets them, and keeps the memory for the next ones.</summary>
    public void Clear()
    {
        foreach (var part in parts)
        {
            part?.Clear();
        }
    }

    /// <summary>What they come to.</summary>
    /// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
    public AuthorTotals Total(long influencerFollowers)
    {
        var (count, organisations, influencers) = (0L, 0L, 0L);
        var reach = new KnownSum();
        foreach (var author in parts.OfType<Dictionary<UInt128, Seen>>().SelectMany(part => part.Values))
        {
            count++;
            organisations += author.IsOrganisation ? 1 : 0;
            influencers += author.Followers >= influencerFollowers ? 1 : 0;
            reach = reach.Plus(author.Followers);
        }

        return new AuthorTotals(count, organisations, influencers, reach);
    }

    /// <summary>Followers and one bit, in one number.</summary>
    private readonly struct Seen(long followers, bool isOrganisation)
    {
        private readonly long packed = (followers << 1) | (isOrganisation ? 1L : 0);

        public long Followers => packed >> 1;

        public bool IsOrganisation => (packed & 1) != 0;
    }
}
