namespace Campaigns.Results.Metrics;

/// <summary>What the numbers mean that set a campaign beside another one.</summary>
public static class ComparisonOfCampaigns
{
    /// <summary>How much more.</summary>
    public static MetricDefinition Change { get; } = Of(
        "comparisonChange", "By how much a figure of the whole campaign is greater than that of the campaign it is compared with, however long each was; unknown before its end.", "as its figure");

    /// <summary>In percent.</summary>
    public static MetricDefinition ChangePercent { get; } = Of(
        "comparisonChangePercent", "That change in percent of the other campaign's figure; unknown where that is unknown or zero.", "percent");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [Change, ChangePercent];

    private static MetricDefinition Of(string id, string definition, string unit) => new(id, 1, definition, unit, MetricClass.Output, Additivity.None);
}
