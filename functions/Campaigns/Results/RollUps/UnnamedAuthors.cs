namespace Campaigns.Results.RollUps;

/// <summary>Distinct authors whom the campaign does not name.</summary>
/// <param name="Contributors">How many there are.</param>
/// <param name="WithReach">How many of them have told their followers.</param>
/// <param name="WithImpressions">How many of them have a mention whose followers are known.</param>
public readonly record struct UnnamedAuthors(long Contributors, long WithReach, long WithImpressions);
