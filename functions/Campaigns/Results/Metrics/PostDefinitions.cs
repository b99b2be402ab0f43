namespace Campaigns.Results.Metrics;

/// <summary>What the numbers mean that tell how the campaign's own posts did: three kinds of reach are kept apart, and none is ever worked out from another.</summary>
public static class PostDefinitions
{
    /// <summary>Unique people.</summary>
    public static MetricDefinition Reach { get; } = Of(
        "postReach", "People who saw a post, each once, as the platform reports it, entered by hand: never added over posts, days or channels.", "people", MetricClass.Output, Additivity.Union);

    /// <summary>Times seen.</summary>
    public static MetricDefinition Impressions { get; } = Of(
        "postImpressions", "How often a post was shown, as the platform reports it, entered by hand: the latest day's, since it counts from the beginning.", "impressions", MetricClass.Output, Additivity.Sum);

    /// <summary>Views.</summary>
    public static MetricDefinition Views { get; } = Of(
        "postViews", "Views of a post's film or picture, as the platform reports them, entered by hand: the latest day's, since they count from the beginning.", "views", MetricClass.Output, Additivity.Sum);

    /// <summary>What people did.</summary>
    public static MetricDefinition Engagements { get; } = Of(
        "postEngagements", "Likes, shares, comments or clicks of a post, as the platform reports them, entered by hand: the latest day's, since they count from the beginning.", "engagements", MetricClass.Outtake, Additivity.Sum);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [Reach, Impressions, Views, Engagements];

    private static MetricDefinition Of(string id, string definition, string unit, MetricClass metricClass, Additivity additivity) =>
        new(id, 1, definition, unit, metricClass, additivity) { Source = MetricSource.SelfReported };
}
