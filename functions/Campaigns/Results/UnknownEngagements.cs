namespace Campaigns.Results;

/// <summary>For how many mentions an engagement is unknown.</summary>
/// <param name="Likes">Likes.</param>
/// <param name="Shares">Shares.</param>
/// <param name="Comments">Comments.</param>
/// <param name="Views">Views.</param>
public sealed record UnknownEngagements(long? Likes, long? Shares, long? Comments, long? Views);
