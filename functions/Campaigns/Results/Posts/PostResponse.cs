namespace Campaigns.Results.Posts;

/// <summary>How one of the campaign's own posts did, on one account.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="PostId">The post.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Account">The account.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PublishedAt">When it went out.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Date">The latest day for which anything was entered of it.</param>
/// <param name="Reach">People who saw it.</param>
/// <param name="Impressions">How often it was shown.</param>
/// <param name="Views">Views of its film or picture.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Shares">Shares.</param>
/// <param name="Comments">Comments.</param>
/// <param name="Clicks">Clicks.</param>
public sealed record PostResponse(
    string Id, string PostId, string Channel, string Account, string State, DateTimeOffset? PublishedAt, Uri? Url, string? Date,
    decimal? Reach, decimal? Impressions, decimal? Views, decimal? Likes, decimal? Shares, decimal? Comments, decimal? Clicks);
