namespace Campaigns.Results.Metrics;

/// <summary>What X tells of a post.</summary>
/// <param name="Reposts">Reposts.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Quotes">Quotes.</param>
/// <param name="Replies">Replies.</param>
/// <param name="Bookmarks">Bookmarks.</param>
public sealed record XEngagement(long Reposts, long Likes, long Quotes, long Replies, long Bookmarks);
