namespace Campaigns.Results.RollUps;

/// <summary>What the mentions of a hashtag, a kind or a channel come to.</summary>
/// <param name="Mentions">Mentions.</param>
/// <param name="Impressions">Followers as first seen, over mentions.</param>
/// <param name="Authors">The distinct authors; each with the largest follower count seen in the whole campaign.</param>
public sealed record PartTotals(long Mentions, KnownSum Impressions, AuthorTotals Authors);
