namespace Campaigns.Results;

/// <summary>What distinct authors come to.</summary>
/// <param name="Contributors">How many there are.</param>
/// <param name="Organisations">How many of them are organisations.</param>
/// <param name="Influencers">How many of them reach the campaign's threshold.</param>
/// <param name="Reach">Their followers together.</param>
public sealed record AuthorTotals(long Contributors, long Organisations, long Influencers, KnownSum Reach);
