namespace Campaigns.Results.Report;

/// <summary>The campaign beside the one that its plan compares it with.</summary>
/// <param name="Name">The other campaign's name; null for a caller who may not open it.</param>
/// <param name="Rows">The figures of both.</param>
public sealed record ReportComparison(string? Name, IReadOnlyList<ReportComparisonRow> Rows);

/// <summary>A figure of both campaigns.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Now">What it is here.</param>
/// <param name="Then">What it came to there.</param>
/// <param name="Change">How much more it is here, once this campaign is over.</param>
/// <param name="ChangePercent">That in percent of what it was there.</param>
public sealed record ReportComparisonRow(string Name, ReportCell Now, ReportCell Then, ReportCell Change, ReportCell ChangePercent);
