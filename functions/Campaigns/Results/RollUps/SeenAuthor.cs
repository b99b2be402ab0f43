using System.Numerics;

namespace Campaigns.Results.RollUps;

/// <summary>
/// What is known of one author, in one number: organisation (1 bit), kinds of mention (4), kinds with known followers (4), channel (8),
/// followers and one (44, 0 where they are unknown), named by the campaign (1), with several hashtags in one mention whose followers are known (1).
/// It is only ever added to.
/// </summary>
/// <param name="Bits">The number; 0 of an author who was not seen.</param>
internal readonly record struct SeenAuthor(long Bits)
{
    private const int KindsAt = 1;
    private const int KnownKindsAt = 5;
    private const int ChannelAt = 9;
    private const int FollowersAt = 17;
    private const int FollowersBits = 44;
    private const long Named = 1L << (FollowersAt + FollowersBits);
    private const long SeveralTags = Named << 1;
    private const long MostFollowers = (1L << FollowersBits) - 2;

    public bool IsOrganisation => (Bits & 1) != 0;

    /// <summary>One bit for each kind of mention.</summary>
    public int Kinds => (int)(Bits >> KindsAt) & 15;

    /// <summary>One bit for each kind of which there is a mention with known followers.</summary>
    public int KnownKinds => (int)(Bits >> KnownKindsAt) & 15;

    public int Channel => (int)(Bits >> ChannelAt) & 255;

    /// <summary>The largest follower count; below zero it is unknown.</summary>
    public long Followers => ((Bits >> FollowersAt) & (MostFollowers + 1)) - 1;

    /// <summary>Whether the campaign names the author.</summary>
    public bool IsNamed => (Bits & Named) != 0;

    /// <summary>Whether there is a mention with several hashtags and known followers.</summary>
    public bool HasSeveralTags => (Bits & SeveralTags) != 0;

    public SeenAuthor With(in AuthorSight sight)
    {
        var followers = Math.Max(Followers, Math.Min(sight.Largest, MostFollowers));
        var kind = 1L << (int)sight.Kind;
        return new SeenAuthor((Bits & (((1L << ChannelAt) - 1) | Named | SeveralTags))
            | (sight.IsOrganisation ? 1L : 0)
            | (kind << KindsAt)
            | (sight.HasImpressions ? kind << KnownKindsAt : 0)
            | ((long)sight.Channel << ChannelAt)
            | ((followers + 1) << FollowersAt)
            | (sight.IsNamed ? Named : 0)
            | (sight.HasImpressions && BitOperations.PopCount(sight.Tags) > 1 ? SeveralTags : 0));
    }
}
