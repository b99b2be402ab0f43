namespace Campaigns.Results.Organisations;

/// <summary>What some of the campaign's accounts did.</summary>
/// <param name="Accounts">How many they are.</param>
/// <param name="Mentions">Their mentions of the hashtags.</param>
/// <param name="Uses">Their uses of them.</param>
/// <param name="PostsPublished">Posts of the campaign that they published.</param>
/// <param name="FollowersGained">How many followers they gained, together.</param>
/// <param name="FollowersGainedUnknown">Of how many of them that is unknown.</param>
/// <param name="Entered">What was entered for them and adds up, by its name.</param>
public record AccountsPartResponse(
    long? Accounts, long? Mentions, long? Uses, long? PostsPublished, decimal? FollowersGained, long? FollowersGainedUnknown, IReadOnlyDictionary<string, decimal?> Entered);
