using System.Text.Json.Serialization;
using Campaigns.Results.Metrics;

namespace Campaigns.Results;

/// <summary>Where a number comes from and what it is worth.</summary>
/// <param name="Status">One of <see cref="FigureStatus"/>.</param>
/// <param name="Definition">The definition and its version, as <c>contributors@1</c>; null where the feature has none yet.</param>
/// <param name="Source">How the number came about: <c>counted</c>, or the name of the analyser that made it; null where there is none.</param>
/// <param name="AsOf">Every change before this moment is in it; null where there is no number.</param>
/// <param name="Coverage">Which part of the listening window was looked at, 0 to 1; null where that is unknown.</param>
public sealed record Figure(string Status, string? Definition, string? Source, DateTimeOffset? AsOf, double? Coverage)
{
    /// <summary>The number itself, so that a figure can be read without looking it up; null where there is none.</summary>
    [JsonPropertyOrder(-1)]
    public double? Value { get; init; }

    /// <summary>Why there is no number, or what it lacks, in words, where the status does not say enough.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    /// <summary>What nothing is known of yet.</summary>
    /// <param name="definition">What it would mean; null where the feature has no definition yet.</param>
    /// <param name="why">Why, in words.</param>
    internal static Figure NotYet(MetricDefinition? definition, string? why = null) => new(FigureStatus.NotYet, definition?.Key, null, null, null) { Why = why };
}
