namespace Campaigns.Results.RollUps;

/// <summary>An hour that has mentions.</summary>
/// <param name="Hour">Hours since 1970.</param>
/// <param name="Totals">What its mentions come to.</param>
public sealed record HourTotals(long Hour, Totals Totals);
