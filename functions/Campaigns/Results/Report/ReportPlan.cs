namespace Campaigns.Results.Report;

/// <summary>What a campaign set out to do.</summary>
/// <param name="Tell">What it tells people.</param>
/// <param name="Hear">What it wants them to tell.</param>
/// <param name="Act">How that is acted on.</param>
public sealed record ReportPlan(string Tell, string Hear, string Act);
