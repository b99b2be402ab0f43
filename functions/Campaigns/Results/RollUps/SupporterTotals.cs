using Campaigns.Listening.Supporters;

namespace Campaigns.Results.RollUps;

/// <summary>What the mentions of somebody come to whom the campaign names.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Name">Under which name it is shown.</param>
/// <param name="Handle">Its handle, or null where only its id is listed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of the campaign's hashtags.</param>
/// <param name="First">The first mention's time.</param>
/// <param name="Last">The last mention's time.</param>
/// <param name="Followers">The largest follower count seen; null where it is unknown.</param>
public sealed record SupporterTotals(
    string Channel, string Name, string? Handle, SupporterKind Kind, long Mentions, long Uses, DateTimeOffset First, DateTimeOffset Last, long? Followers);
