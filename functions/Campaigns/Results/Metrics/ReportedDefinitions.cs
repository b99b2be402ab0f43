namespace Campaigns.Results.Metrics;

/// <summary>What the numbers mean that people enter by hand, and those that are worked out from them.</summary>
public static class ReportedDefinitions
{
    /// <summary>The unit of what is counted in whatever somebody entered it in.</summary>
    public const string AsEntered = "as entered";

    /// <summary>What somebody says.</summary>
    public static MetricDefinition Reported { get; } = Of(
        "reported", "What somebody entered by hand, as things stood on its date: what it counts they say beside it in their own words; it is never added to what was counted.", AsEntered, MetricClass.Output, Additivity.None);

    /// <summary>Followers.</summary>
    public static MetricDefinition Followers { get; } = Of(
        "followers", "Followers of one of the campaign's accounts on a day, entered by hand: the last known on or before the campaign's first day (after it the first known) and the last known on or before its last day.", "followers", MetricClass.Output, Additivity.Union);

    /// <summary>Growth.</summary>
    public static MetricDefinition FollowerGrowth { get; } = Of(
        "followerGrowth", "By how many the followers of an account grew from the first of those two days to the other; coverage says which part of the campaign so far lies between them.", "followers", MetricClass.Outtake, Additivity.None);

    /// <summary>Growth in percent.</summary>
    public static MetricDefinition FollowerGrowthPercent { get; } = Of(
        "followerGrowthPercent", "That growth in percent of the followers on the first day; unknown where those are unknown or none.", "percent", MetricClass.Outtake, Additivity.None);

    /// <summary>What went in.</summary>
    public static MetricDefinition Inputs { get; } = Of(
        "inputs", "Money in one currency, or hours of staff, that went into the campaign, entered by hand for its days; money in another currency and hours are never added to it.", AsEntered, MetricClass.Input, Additivity.Sum);

    /// <summary>Unknown amounts.</summary>
    public static MetricDefinition InputsUnknown { get; } = Of(
        "inputsUnknown", "Entries of inputs whose amount is not known: inputs is the sum over the others.", "entries", MetricClass.Input, Additivity.Sum);

    /// <summary>Cost of a use.</summary>
    public static MetricDefinition InputsPerUse { get; } = Of(
        "inputsPerUse", "What went in, divided by the uses of the campaign's hashtags; unknown where either is unknown or there are no uses.", AsEntered, MetricClass.Outtake, Additivity.None);

    /// <summary>Cost of an answer.</summary>
    public static MetricDefinition InputsPerAnswer { get; } = Of(
        "inputsPerAnswer", "What went in, divided by the answers to the campaign's questionnaires; unknown where either is unknown or there are no answers.", AsEntered, MetricClass.Outtake, Additivity.None);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
        [Reported, Followers, FollowerGrowth, FollowerGrowthPercent, Inputs, InputsUnknown, InputsPerUse, InputsPerAnswer];

    private static MetricDefinition Of(string id, string definition, string unit, MetricClass metricClass, Additivity additivity) =>
        new(id, 1, definition, unit, metricClass, additivity) { Source = MetricSource.SelfReported };
}
