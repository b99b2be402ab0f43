using System.Numerics;
using Campaigns.Listening.Cells;

namespace Campaigns.Results;

/// <summary>Adds records up.</summary>
/// <param name="contributors">About how many authors there will be.</param>
internal sealed class Tally(int contributors = 0)
{
    private readonly long[] uses = new long[64];
    private readonly long[] kinds = new long[4];
    private readonly Authors authors = new(contributors);
    private long mentions;
    private long withoutAuthor;
    private long own;
    private KnownSum impressions;
    private KnownSum likes;
    private KnownSum shares;
    private KnownSum comments;
    private KnownSum views;

    /// <summary>Starts again, in the memory that it has.</summary>
    public void Clear()
    {
        Array.Clear(uses);
        Array.Clear(kinds);
        authors.Clear();
        (mentions, withoutAuthor, own) = (0, 0, 0);
        (impressions, likes, shares, comments, views) = (default, default, default, default, default);
    }

    public bool IsEmpty => mentions == 0;

    /// <summary>Adds a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="tags">Its hashtags that count.</param>
    public void Add(in MentionRecord record, ulong tags)
    {
        mentions++;
        kinds[(int)record.Kind]++;
        for (; tags != 0; tags &= tags - 1)
        {
            uses[BitOperations.TrailingZeroCount(tags)]++;
        }

        likes = likes.Plus(record.Likes);
        shares = shares.Plus(record.Shares);
        comments = comments.Plus(record.Comments);
        views = views.Plus(record.Views);
        if (record.Own)
        {
            // The campaign does not reach people by following itself.
            own++;
        }
        else if (record.Author == 0)
        {
            withoutAuthor++;
        }
        else
        {
            authors.Add(record);
            impressions = impressions.Plus(record.Followers);
        }
    }

    /// <summary>What was added.</summary>
    /// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
    public Totals Total(long influencerFollowers) => new()
    {
        Mentions = mentions,
        WithoutAuthor = withoutAuthor,
        Own = own,
        Uses = uses.Index().Where(use => use.Item > 0).ToDictionary(use => use.Index, use => use.Item),
        Kinds = [.. kinds],
        Authors = authors.Total(influencerFollowers),
        Impressions = impressions,
        Likes = likes,
        Shares = shares,
        Comments = comments,
        Views = views,
    };
}
