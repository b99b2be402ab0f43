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

    /// <summary>Whose figures it makes: one of <see cref="MetricSource"/>.</summary>
    public string Source { get; init; } = MetricSource.Counted;

    /// <summary>Where they are shown: one of <see cref="MetricPlace"/>.</summary>
    public string ShownIn { get; init; } = MetricPlace.Results;

    /// <summary>The day from which another tool counted so; null where that is not told, and for the engine's own.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The metric of the engine that comes nearest to another tool's; null for the engine's own.</summary>
    public string? ComparesWith { get; init; }

    /// <summary>The same metric with another meaning.</summary>
    /// <param name="definition">What it counts now.</param>
    internal MetricDefinition Next(string definition) => this with { Version = Version + 1, Definition = definition };
}
