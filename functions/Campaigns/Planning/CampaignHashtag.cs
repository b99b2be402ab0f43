namespace Campaigns.Planning;

/// <summary>A hashtag of a campaign.</summary>
/// <param name="Tag">The hashtag.</param>
/// <param name="Number">Its permanent number within the campaign, 0 to 63: the bit that stands for it in what is counted.</param>
/// <param name="AddedAt">When it came into the plan: mentions before that are counted only once they are taken in again.</param>
public sealed record CampaignHashtag(Hashtag Tag, int Number, DateTimeOffset AddedAt);
