namespace Campaigns.Listening.Hashtags;

/// <summary>A campaign with the same hashtag, or one that looks like it.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Hashtag">Its hashtag.</param>
/// <param name="Kind"><c>same</c> or <c>look_alike</c>.</param>
/// <param name="From">From when the two meet.</param>
/// <param name="To">Until when, exclusive.</param>
internal sealed record HashtagClash(string CampaignId, string Hashtag, string Kind, DateTimeOffset From, DateTimeOffset To);
