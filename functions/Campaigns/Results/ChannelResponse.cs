namespace Campaigns.Results;

/// <summary>Figures of one channel.</summary>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of the hashtags in the plan.</param>
public sealed record ChannelResponse(long? Mentions, long? Uses);
