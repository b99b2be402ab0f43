namespace Campaigns.Results.RollUps;

/// <summary>Adds parts up that use hashtags of the campaign.</summary>
internal sealed class Tally
{
    private readonly long[] uses = new long[64];
    private readonly long[] kinds = new long[4];
    private long mentions;
    private long withoutAuthor;
    private long own;
    private KnownSum impressions;
    private KnownSum likes;
    private KnownSum shares;
    private KnownSum comments;
    private KnownSum views;

    public bool IsEmpty => mentions == 0;

    /// <summary>Adds a part; one without a hashtag counts in no mention figure.</summary>
    public void Add(in PartKey key, in PartSums sums)
    {
        if (key.Tags == 0)
        {
            return;
        }

        mentions += sums.Mentions;
        withoutAuthor += sums.WithoutAuthor;
        own += sums.Own;
        kinds[key.Kind] += sums.Mentions;
        foreach (var tag in new Bits(key.Tags))
        {
            uses[tag] += sums.Mentions;
        }

        impressions = impressions.Plus(sums.Impressions);
        likes = likes.Plus(sums.Likes);
        shares = shares.Plus(sums.Shares);
        comments = comments.Plus(sums.Comments);
        views = views.Plus(sums.Views);
    }

    /// <summary>What was added.</summary>
    /// <param name="authors">The distinct authors; null where they are not told.</param>
    public Totals Total(AuthorTotals? authors) => new()
    {
        Mentions = mentions,
        WithoutAuthor = withoutAuthor,
        Own = own,
        Uses = uses.Index().Where(use => use.Item > 0).ToDictionary(use => use.Index, use => use.Item),
        Kinds = [.. kinds],
        Authors = authors,
        Impressions = impressions,
        Likes = likes,
        Shares = shares,
        Comments = comments,
        Views = views,
    };
}
