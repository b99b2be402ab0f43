namespace Campaigns.Results.Metrics;

/// <summary>A version of a definition, as it is answered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version.</param>
/// <param name="Key">Id and version, as figures name it.</param>
/// <param name="Definition">What it counts.</param>
/// <param name="Unit">In what.</param>
/// <param name="Class">Output, outtake, outcome or impact.</param>
/// <param name="Additivity">How parts make the whole.</param>
/// <param name="Source">Whose figures it makes.</param>
/// <param name="ShownIn">Where they are shown.</param>
/// <param name="Since">The day from which another tool counted so.</param>
/// <param name="ComparesWith">The metric of the engine that comes nearest to another tool's.</param>
public sealed record DefinitionResponse(
    string Id, int Version, string Key, string Definition, string Unit, MetricClass Class, Additivity Additivity, string Source, string ShownIn, DateOnly? Since, string? ComparesWith)
{
    /// <summary>Answers with a definition.</summary>
    /// <param name="definition">The definition.</param>
    public static DefinitionResponse Of(MetricDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new DefinitionResponse(
            definition.Id, definition.Version, definition.Key, definition.Definition, definition.Unit, definition.Class, definition.Additivity,
            definition.Source, definition.ShownIn, definition.Since, definition.ComparesWith);
    }
}
