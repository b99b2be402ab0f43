namespace Campaigns.Results.RollUps;

/// <summary>What distinct authors come to.</summary>
/// <param name="Contributors">How many there are.</param>
/// <param name="Organisations">How many of them are organisations.</param>
/// <param name="Influencers">How many of them reach the campaign's threshold.</param>
/// <param name="Reach">Their followers together.</param>
/// <param name="WithImpressions">How many of them have a mention whose followers are known: those whom impressions come from.</param>
/// <param name="Unnamed">Those of them whom the campaign does not name; nobody in a roll-up of an earlier version.</param>
public sealed record AuthorTotals(
    long Contributors, long Organisations, long Influencers, KnownSum Reach, long WithImpressions = 0, UnnamedAuthors Unnamed = default);
