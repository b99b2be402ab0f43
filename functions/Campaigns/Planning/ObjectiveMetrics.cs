namespace Campaigns.Planning;

/// <summary>The figures that an objective may name, as the feature that makes them tells.</summary>
/// <param name="Layers">Those that the engine makes itself, each with the layer that it belongs to by its definition.</param>
/// <param name="OfAccounts">Those of them that are figures of one account.</param>
/// <param name="MayBeEntered">Whether a name is one under which people may enter a figure.</param>
public sealed record ObjectiveMetrics(IReadOnlyDictionary<string, string> Layers, IReadOnlyCollection<string> OfAccounts, Func<string, bool> MayBeEntered)
{
    /// <summary>What is allowed, as a sentence.</summary>
    public string Rule { get; } = $"must be one of {string.Join(", ", Layers.Keys.Order(StringComparer.Ordinal))}, or the name of a figure that is entered by hand";
}
