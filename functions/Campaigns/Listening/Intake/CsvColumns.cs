namespace Campaigns.Listening.Intake;

/// <summary>Which column of a CSV file stands for which field of a mention; the names are listed in <c>docs/mentions.md</c>.</summary>
internal sealed class CsvColumns
{
    // The first name that the header has is taken; the others are then ignored like any unknown column.
    private static readonly string[] ChannelNames = ["channel", "platform"];
    private static readonly string[] IdNames = ["id", "id_str", "tweet_id", "status_id", "post_id"];
    private static readonly string[] KindNames = ["kind"];
    private static readonly string[] IsShareNames = ["is_retweet", "is_repost", "is_share"];
    private static readonly string[] CreatedAtNames = ["createdAt", "created_at", "date", "timestamp", "published_at"];
    private static readonly string[] TextNames = ["text", "full_text", "tweet", "message", "content"];
    private static readonly string[] AuthorIdNames = ["author.id", "author_id", "user_id", "author", "user_name"];
    private static readonly string[] AuthorHandleNames = ["author.handle", "author_handle", "handle", "screen_name", "username"];
    private static readonly string[] FollowersNames = ["author.followers", "author_followers", "followers", "followers_count", "user_followers"];
    private static readonly string[] AuthorKindNames = ["author.kind", "author_kind"];
    private static readonly string[] LikesNames = ["engagement.likes", "likes", "like_count", "favorites", "favourites", "favorite_count"];
    private static readonly string[] SharesNames = ["engagement.shares", "shares", "share_count", "retweets", "retweet_count", "reposts", "repost_count"];
    private static readonly string[] CommentsNames = ["engagement.comments", "comments", "comment_count", "replies", "reply_count"];
    private static readonly string[] ViewsNames = ["engagement.views", "views", "view_count"];
    private static readonly string[] UrlNames = ["url", "link"];
    private static readonly string[] LanguageNames = ["language", "lang"];

    private readonly bool[] used;

    public CsvColumns(IReadOnlyList<string> headers)
    {
        used = new bool[headers.Count];
        (Channel, Id, Kind, IsShare) = (Find(headers, ChannelNames), Find(headers, IdNames), Find(headers, KindNames), Find(headers, IsShareNames));
        (CreatedAt, Text) = (Find(headers, CreatedAtNames), Find(headers, TextNames));
        (AuthorId, AuthorHandle) = (Find(headers, AuthorIdNames), Find(headers, AuthorHandleNames));
        (Followers, AuthorKind) = (Find(headers, FollowersNames), Find(headers, AuthorKindNames));
        (Likes, Shares) = (Find(headers, LikesNames), Find(headers, SharesNames));
        (Comments, Views) = (Find(headers, CommentsNames), Find(headers, ViewsNames));
        Find(headers, UrlNames);
        Language = Find(headers, LanguageNames);
        Ignored = [.. headers.Where((_, column) => !used[column])];
    }

    /// <summary>Columns that no field is read from, by name.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>Whether the line names what every mention must have; otherwise it is a line like any other.</summary>
    public bool IsHeader => CreatedAt >= 0 && Text >= 0;

    // Each is the column's index, or -1 where the file has none.
    public int Channel { get; }

    public int Id { get; }

    public int Kind { get; }

    public int IsShare { get; }

    public int CreatedAt { get; }

    public int Text { get; }

    public int AuthorId { get; }

    public int AuthorHandle { get; }

    public int Followers { get; }

    public int AuthorKind { get; }

    public int Likes { get; }

    public int Shares { get; }

    public int Comments { get; }

    public int Views { get; }

    public int Language { get; }

    private int Find(IReadOnlyList<string> headers, string[] names)
    {
        foreach (var name in names)
        {
            for (var column = 0; column < headers.Count; column++)
            {
                if (!used[column] && headers[column].AsSpan().Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    used[column] = true;
                    return column;
                }
            }
        }

        return -1;
    }
}
