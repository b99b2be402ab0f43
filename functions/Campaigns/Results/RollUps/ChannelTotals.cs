namespace Campaigns.Results.RollUps;

/// <summary>What a channel's mentions come to.</summary>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of each hashtag, by its number.</param>
/// <param name="First">The first mention's time.</param>
/// <param name="Last">The last mention's time.</param>
/// <param name="Impressions">Followers as first seen, over mentions.</param>
/// <param name="Authors">The distinct authors; null in a roll-up of an earlier version.</param>
public sealed record ChannelTotals(
    long Mentions, IReadOnlyDictionary<int, long> Uses, DateTimeOffset First, DateTimeOffset Last, KnownSum Impressions = default, AuthorTotals? Authors = null);
