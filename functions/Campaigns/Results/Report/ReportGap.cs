namespace Campaigns.Results.Report;

/// <summary>Something that the report cannot tell.</summary>
/// <param name="What">What.</param>
/// <param name="Status">Why, as one of <see cref="FigureStatus"/>.</param>
/// <param name="Why">Why, in words.</param>
/// <param name="Figure">The figure, by its id; null where the report has none of it.</param>
public sealed record ReportGap(string What, string Status, string Why, string? Figure);
