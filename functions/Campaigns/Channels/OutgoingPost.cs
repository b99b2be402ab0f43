namespace Campaigns.Channels;

/// <summary>A delivery on its way out: all that a channel needs to publish it, and to find it again.</summary>
/// <param name="Key">Names this delivery for ever and in no other campaign; a channel derives its idempotency handle from it.</param>
/// <param name="Account">The account that publishes, as the campaign names it.</param>
/// <param name="Content">What to show.</param>
/// <param name="PlannedAt">When the post was planned for: with <paramref name="Key"/>, the same for every attempt.</param>
/// <param name="DueAt">When this delivery is due: later than planned where it was held or a rate limit moved it.</param>
public sealed record OutgoingPost(string Key, string Account, ChannelContent Content, DateTimeOffset PlannedAt, DateTimeOffset DueAt);
