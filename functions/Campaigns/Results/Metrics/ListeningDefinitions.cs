namespace Campaigns.Results.Metrics;

/// <summary>What the numbers about listening itself mean: how far the figures go, and what searching costs.</summary>
public static class ListeningDefinitions
{
    /// <summary>Coverage as it was before what was never asked counted.</summary>
    private static readonly MetricDefinition CoverageOfTheAsked = Of(
        "coverage", "Which part of the campaign's time so far was searched, the mean over its hashtags and the channel's places, and over channels for the whole; unknown where the engine searches nothing.",
        "share", Additivity.None, MetricPlace.Coverage);

    /// <summary>Coverage.</summary>
    public static MetricDefinition Coverage { get; } = CoverageOfTheAsked.Next(
        "Which part of the campaign's time so far was searched, the mean over its hashtags and the channel's places, and over the channels of the plan for the whole; what was never asked counts 0; unknown where there is nothing to search.");

    /// <summary>What came of a span of time.</summary>
    public static MetricDefinition CoverageGot { get; } = Of(
        "coverageGot", "Mentions that came of a span of time of a channel.", "mentions", Additivity.Sum, MetricPlace.Coverage);

    /// <summary>What is missing of a span of time.</summary>
    public static MetricDefinition CoverageMissed { get; } = Of(
        "coverageMissed", "Mentions of a span of time of a channel that are known to be missing from the figures; unknown where nobody can tell.", "mentions", Additivity.Sum, MetricPlace.Coverage);

    /// <summary>What searches found.</summary>
    public static MetricDefinition SearchFound { get; } = Of(
        "searchFound", "Mentions that the engine's searches brought; what is found again is not counted again.", "mentions", Additivity.Sum, MetricPlace.Listening);

    /// <summary>Requests.</summary>
    public static MetricDefinition SearchRequests { get; } = Of(
        "searchRequests", "Requests that the engine made to search channels for the campaign's hashtags; in a forecast, with those to come until its end at the present pace.", "requests", Additivity.Sum, MetricPlace.Listening);

    /// <summary>Money.</summary>
    public static MetricDefinition SearchSpend { get; } = Of(
        "searchSpend", "What those requests and what they brought cost at the channels' listed prices, in one currency; never added to money in another.", "money", Additivity.Sum, MetricPlace.Listening);

    /// <summary>Versions that count no more: figures that were shown name them.</summary>
    public static IReadOnlyList<MetricDefinition> Earlier { get; } = [CoverageOfTheAsked];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [Coverage, CoverageGot, CoverageMissed, SearchFound, SearchRequests, SearchSpend];

    private static MetricDefinition Of(string id, string definition, string unit, Additivity additivity, string shownIn) =>
        new(id, 1, definition, unit, MetricClass.Output, additivity) { Source = MetricSource.Listening, ShownIn = shownIn };
}
