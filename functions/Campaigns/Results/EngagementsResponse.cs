namespace Campaigns.Results;

/// <summary>What people did with mentions; each a sum over the mentions where it is known.</summary>
/// <param name="Likes">Likes.</param>
/// <param name="Shares">Shares.</param>
/// <param name="Comments">Comments.</param>
/// <param name="Views">Views.</param>
/// <param name="Unknown">For how many mentions each is unknown.</param>
public sealed record EngagementsResponse(long? Likes, long? Shares, long? Comments, long? Views, UnknownEngagements Unknown);
