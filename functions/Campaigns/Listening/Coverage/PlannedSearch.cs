namespace Campaigns.Listening.Coverage;

/// <summary>One search of a campaign's plan, whether or not it was ever asked.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Place">The feed or the server; null where the channel is one place.</param>
/// <param name="Hashtag">The hashtag, folded.</param>
public sealed record PlannedSearch(string Channel, string? Place, string Hashtag);
