namespace Campaigns.Results.Metrics;

/// <summary>What the numbers of objectives mean.</summary>
public static class ObjectiveDefinitions
{
    /// <summary>What it was before.</summary>
    public static MetricDefinition Baseline { get; } = Of("objectiveBaseline", "What the figure of an objective was before, as the campaign's plan has it.");

    /// <summary>What it is to be.</summary>
    public static MetricDefinition Target { get; } = Of("objectiveTarget", "What the figure of an objective is to be on its day, as the campaign's plan has it.");

    /// <summary>How far it is.</summary>
    public static MetricDefinition Progress { get; } = Of(
        "objectiveProgress", "Which part of the way to an objective's target its figure has gone: from 0 for what the campaign itself gathers, from the baseline for levels and what is entered by hand.", "share");

    /// <summary>Where it should be.</summary>
    public static MetricDefinition Expected { get; } = Of(
        "objectiveExpected", "Where a straight line stands that leads from where the figure begins, on the campaign's first day, to the target at the end of the objective's day; nothing of a rate.");

    /// <summary>Where it leads.</summary>
    public static MetricDefinition Forecast { get; } = Of(
        "objectiveForecast", "What the figure comes to at the end of the objective's day if it grows on as it did since the campaign began: only of figures whose days add up, and from the second day on.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [Baseline, Target, Progress, Expected, Forecast];

    private static MetricDefinition Of(string id, string definition, string unit = "as its figure") =>
        new(id, 1, definition, unit, MetricClass.Output, Additivity.None) { Source = MetricSource.Plan };
}
