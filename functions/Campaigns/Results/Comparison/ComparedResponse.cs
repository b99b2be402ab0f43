namespace Campaigns.Results.Comparison;

/// <summary>A figure of this campaign beside that of an earlier one.</summary>
/// <param name="Then">What it came to there.</param>
/// <param name="Change">How much more it is here, once both campaigns are over.</param>
/// <param name="ChangePercent">That in percent of what it was there.</param>
public record ComparedResponse(decimal? Then, decimal? Change, double? ChangePercent);
