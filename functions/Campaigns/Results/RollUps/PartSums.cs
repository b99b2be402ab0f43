using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>What the mentions of a part add up to.</summary>
internal struct PartSums
{
    public long Mentions;
    public long WithoutAuthor;
    public long Own;
    public KnownSum Impressions;
    public KnownSum Likes;
    public KnownSum Shares;
    public KnownSum Comments;
    public KnownSum Views;

    /// <summary>The seconds of the hour in which the first and the last one were made.</summary>
    public int First;
    public int Last;

    /// <summary>Adds a mention.</summary>
    public void Add(in MentionRecord record)
    {
        First = Mentions == 0 ? record.Second : Math.Min(First, record.Second);
        Last = Math.Max(Last, record.Second);
        Mentions++;
        Likes = Likes.Plus(record.Likes);
        Shares = Shares.Plus(record.Shares);
        Comments = Comments.Plus(record.Comments);
        Views = Views.Plus(record.Views);
        if (record.Own)
        {
            // The campaign does not reach people by following itself.
            Own++;
        }
        else if (record.Author == 0)
        {
            WithoutAuthor++;
        }
        else
        {
            Impressions = Impressions.Plus(record.Followers);
        }
    }
}
