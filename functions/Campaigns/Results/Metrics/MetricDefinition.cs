namespace Campaigns.Results.Metrics;

/// <summary>What a number means. A changed meaning is a new version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Definition">What it counts, as a sentence.</param>
/// <param name="Unit">What it counts in.</param>
/// <param name="Class">What it tells.</param>
/// <param name="Additivity">How its parts make the whole.</param>
public sealed record MetricDefinition(string Id, int Version, string Definition, string Unit, MetricClass Class, Additivity Additivity)
{
    /// <summary>Id and version, as figures name it.</summary>
    public string Key => $"{Id}@{Version}";
}
