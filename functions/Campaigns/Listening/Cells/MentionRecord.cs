namespace Campaigns.Listening.Cells;

/// <summary>
/// What is kept of one mention in one campaign: keyed hashes and numbers; no text, name or handle. An unknown number is
/// <see cref="Unknown"/>, which lies below every number, so that the larger of two is the known one.
/// </summary>
public readonly record struct MentionRecord
{
    /// <summary>Stands for a number that nobody told.</summary>
    public const long Unknown = -1;

    /// <summary>The mention's key.</summary>
    public required UInt128 Key { get; init; }

    /// <summary>The author's key; zero where the mention came without an author.</summary>
    public UInt128 Author { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>One bit for each of the campaign's hashtags that the mention uses, by the hashtag's permanent number.</summary>
    public required ulong Tags { get; init; }

    /// <summary>One bit for each of the campaign's topics whose words the mention has, by the topic's permanent number.</summary>
    public ulong Topics { get; init; }

    /// <summary>One bit for each of the campaign's hashtags that the mention has something that only looks like, by the hashtag's number.</summary>
    public ulong LookAlikes { get; init; }

    /// <summary>Original, reply, share or quote.</summary>
    public MentionKind Kind { get; init; }

    /// <summary>What the author is.</summary>
    public AuthorKind AuthorKind { get; init; }

    /// <summary>Whether one of the campaign's own accounts said it.</summary>
    public bool Own { get; init; }

    /// <summary>The author's followers as first seen with this mention.</summary>
    public required long Followers { get; init; }

    /// <summary>The largest follower count seen with this mention.</summary>
    public required long LargestFollowers { get; init; }

    /// <summary>Likes.</summary>
    public required long Likes { get; init; }

    /// <summary>Shares.</summary>
    public required long Shares { get; init; }

    /// <summary>Comments.</summary>
    public required long Comments { get; init; }

    /// <summary>Views.</summary>
    public required long Views { get; init; }

    /// <summary>The second of its hour in which it was made, 0 to 3,599.</summary>
    public required int Second { get; init; }

    /// <summary>When it was taken in, stamped once: milliseconds since 1970.</summary>
    public required long ObservedAt { get; init; }

    /// <summary>
    /// The union of two records of one mention. Each field has one rule that does not depend on order or repetition: tags unite; kind,
    /// author and followers come from the first version (see <see cref="ComesBefore"/>); counts are the larger; an organisation
    /// and an own account stay so.
    /// </summary>
    /// <param name="one">A record.</param>
    /// <param name="other">Another record of the same key.</param>
    public static MentionRecord Merge(in MentionRecord one, in MentionRecord other)
    {
        if (one.Key != other.Key)
        {
            throw new ArgumentException("Records of two mentions do not merge.", nameof(other));
        }

        var first = other.ComesBefore(one) ? other : one;
        return first with
        {
            Channel = string.CompareOrdinal(one.Channel, other.Channel) <= 0 ? one.Channel : other.Channel,
            Tags = one.Tags | other.Tags,
            Topics = one.Topics | other.Topics,
            LookAlikes = one.LookAlikes | other.LookAlikes,
            AuthorKind = (AuthorKind)Math.Max((int)one.AuthorKind, (int)other.AuthorKind),
            Own = one.Own || other.Own,
            LargestFollowers = Math.Max(one.LargestFollowers, other.LargestFollowers),
            Likes = Math.Max(one.Likes, other.Likes),
            Shares = Math.Max(one.Shares, other.Shares),
            Comments = Math.Max(one.Comments, other.Comments),
            Views = Math.Max(one.Views, other.Views),
            Second = Math.Min(one.Second, other.Second),
        };
    }

    /// <summary>
    /// The order of versions: known followers before unknown, a known author before none (a mention kept for its topic alone has none, and may be
    /// taken in again once its hashtag is the campaign's), then the earlier one, then by the version's own values.
    /// </summary>
    private bool ComesBefore(in MentionRecord other)
    {
        var order = (Followers == Unknown).CompareTo(other.Followers == Unknown);
        order = order != 0 ? order : (Author == 0).CompareTo(other.Author == 0);
        order = order != 0 ? order : ObservedAt.CompareTo(other.ObservedAt);
        order = order != 0 ? order : Kind.CompareTo(other.Kind);
        order = order != 0 ? order : Author.CompareTo(other.Author);
        return (order != 0 ? order : Followers.CompareTo(other.Followers)) < 0;
    }
}
