namespace Campaigns.Results;

/// <summary>Figures about the people behind a part of a campaign's mentions; null where they would tell of few people.</summary>
/// <param name="Contributors">Distinct authors.</param>
/// <param name="Organisations">Those of them that are organisations.</param>
/// <param name="Influencers">Those of them that reach the campaign's threshold.</param>
/// <param name="PotentialReach">Their followers, for each the largest count seen in the campaign.</param>
/// <param name="PotentialImpressions">Followers over mentions.</param>
public record PeopleResponse(long? Contributors, long? Organisations, long? Influencers, long? PotentialReach, long? PotentialImpressions);
