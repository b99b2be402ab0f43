using System.Runtime.InteropServices;
using Campaigns.Listening;

namespace Campaigns.Results;

/// <summary>Distinct authors with the largest follower count seen of each. Their numbers are unions: never sums of parts.</summary>
internal sealed class Authors
{
    private readonly Dictionary<UInt128, Seen> seen = [];

    /// <summary>Adds the author of a record; one that is seen again adds nothing but what is larger.</summary>
    public void Add(in MentionRecord record)
    {
        ref var author = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, record.Author, out var known);
        author = new Seen(
            known ? Math.Max(author.Followers, record.LargestFollowers) : record.LargestFollowers,
            author.IsOrganisation || record.AuthorKind == AuthorKind.Organisation);
    }

    public void Clear() => seen.Clear();

    /// <summary>What they come to.</summary>
    /// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
    public AuthorTotals Total(long influencerFollowers)
    {
        var (organisations, influencers, reach, unknown) = (0L, 0L, 0L, 0L);
        foreach (var author in seen.Values)
        {
            organisations += author.IsOrganisation ? 1 : 0;
            influencers += author.Followers >= influencerFollowers ? 1 : 0;
            reach += Math.Max(author.Followers, 0);
            unknown += author.Followers == MentionRecord.Unknown ? 1 : 0;
        }

        return new AuthorTotals(seen.Count, organisations, influencers, new KnownSum(reach, seen.Count - unknown, unknown));
    }

    private readonly record struct Seen(long Followers, bool IsOrganisation);
}
