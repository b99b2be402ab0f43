using Campaigns.Listening.Supporters;

namespace Campaigns.Results.Supporters;

/// <summary>The answer of <c>GET /campaigns/{id}/results/contributors</c>.</summary>
/// <param name="AsOf">Every change before this moment is in the figures; null before the first roll-up.</param>
/// <param name="Items">Supporters who said anything: who said most comes first.</param>
/// <param name="Next">Where the next page of the same list starts; null on the last one.</param>
/// <param name="Others">Everybody else.</param>
public sealed record ContributorsResponse(DateTimeOffset? AsOf, IEnumerable<ContributorResponse> Items, string? Next, OtherContributorsResponse Others);

/// <summary>A supporter's part in a campaign.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Name">The name that the campaign's list gives.</param>
/// <param name="Handle">The handle that it gives, or null.</param>
/// <param name="Kind">An organisation, or a person in a public role.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of the campaign's hashtags.</param>
/// <param name="FirstMentionAt">The first mention's time, local.</param>
/// <param name="LastMentionAt">The last mention's time, local.</param>
/// <param name="Followers">The largest follower count seen; null where it is unknown or hidden.</param>
/// <param name="FollowersStatus">
/// <c>suppressed</c> where so few others contributed, or told their followers, that the reach of the campaign or of the channel without the supporters'
/// followers would be theirs.
/// </param>
public sealed record ContributorResponse(
    string Channel, string Name, string? Handle, SupporterKind Kind, long Mentions, long Uses, DateTimeOffset FirstMentionAt, DateTimeOffset LastMentionAt, long? Followers, string FollowersStatus);

/// <summary>Contributors whom the campaign does not name: a number, never a row.</summary>
/// <param name="Contributors">How many they are; null before the first roll-up, and where they are fewer than the campaign shows.</param>
/// <param name="Status">What the number is worth: one of <see cref="FigureStatus"/>.</param>
public sealed record OtherContributorsResponse(long? Contributors, string Status);
