namespace Campaigns.Results.Metrics;

/// <summary>What the numbers mean that set days beside other days.</summary>
public static class ComparisonOfDays
{
    /// <summary>How much more.</summary>
    public static MetricDefinition Change { get; } = Of(
        "daysChange", "By how much a figure of some days is greater than that of the days they are compared with; where the numbers of days differ, the comparison says so.", "as its figure");

    /// <summary>In percent.</summary>
    public static MetricDefinition ChangePercent { get; } = Of(
        "daysChangePercent", "That change in percent of the other days' figure; unknown where that is unknown or zero.", "percent");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [Change, ChangePercent];

    private static MetricDefinition Of(string id, string definition, string unit) => new(id, 1, definition, unit, MetricClass.Output, Additivity.None) { ShownIn = MetricPlace.Days };
}
