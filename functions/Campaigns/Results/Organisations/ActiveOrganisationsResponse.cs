namespace Campaigns.Results.Organisations;

/// <summary>How many of the organisations that the campaign names took part lately.</summary>
/// <param name="Listed">How many it names.</param>
/// <param name="Active">How many of them posted in the last days.</param>
/// <param name="Share">That as a part of all.</param>
/// <param name="Since">Where those begin; null before anything was counted.</param>
/// <param name="Until">Their end; null before anything was counted.</param>
public sealed record ActiveOrganisationsResponse(long? Listed, long? Active, double? Share, DateTimeOffset? Since, DateTimeOffset? Until);
