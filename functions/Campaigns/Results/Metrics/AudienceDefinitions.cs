namespace Campaigns.Results.Metrics;

/// <summary>What the numbers mean that tell who the audience was, and who was missed.</summary>
public static class AudienceDefinitions
{
    /// <summary>People of a group.</summary>
    public static MetricDefinition People { get; } = Of(
        "audiencePeople", "People of a group among those whom a figure is about, entered by hand; where it was entered in percent, that of the base.", "people", Additivity.Union);

    /// <summary>The base.</summary>
    public static MetricDefinition Base { get; } = Of(
        "audienceBase", "People whom a figure is about and whose group is known: the base of the shares beside it.", "people", Additivity.None);

    /// <summary>The share.</summary>
    public static MetricDefinition Share { get; } = Of(
        "audienceShare", "People of a group divided by the base; where the base is a sample, the interval beside it holds the share of all at 95% (Wilson).", "share", Additivity.None);

    /// <summary>The share among the compared.</summary>
    public static MetricDefinition Composition { get; } = Of(
        "audienceComposition", "People of a group divided by those of all groups of the dimension that can be compared with the plan.", "share", Additivity.None);

    /// <summary>The index.</summary>
    public static MetricDefinition Index { get; } = Of(
        "audienceIndex", "A group's share of the audience divided by its share of the target population, times 100, over the groups that can be compared: 100 is its fair share.", "index", Additivity.None);

    /// <summary>The target population.</summary>
    public static MetricDefinition Population { get; } = OfPlan(
        "targetPopulation", "People of a group whom the campaign is for, as its plan says.", "people", Additivity.None);

    /// <summary>Its share.</summary>
    public static MetricDefinition PopulationShare { get; } = OfPlan(
        "targetPopulationShare", "The target population of a group divided by that of all groups of the dimension that can be compared.", "share", Additivity.None);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [People, Base, Share, Composition, Index, Population, PopulationShare];

    /// <summary>100 for a fair share.</summary>
    /// <param name="audience">The group's share of the audience.</param>
    /// <param name="population">The group's share of the population.</param>
    public static double IndexOf(double audience, double population) => Math.Round(100 * audience / population, 1);

    private static MetricDefinition Of(string id, string definition, string unit, Additivity additivity) =>
        new(id, 1, definition, unit, MetricClass.Outtake, additivity) { Source = MetricSource.SelfReported };

    private static MetricDefinition OfPlan(string id, string definition, string unit, Additivity additivity) =>
        new(id, 1, definition, unit, MetricClass.Input, additivity) { Source = MetricSource.Plan };
}
