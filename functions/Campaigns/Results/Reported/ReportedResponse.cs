using System.Text.Json.Serialization;
using Campaigns.Results.Metrics;

namespace Campaigns.Results.Reported;

/// <summary>A figure that somebody entered, as results show it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Channel">The channel that it is about, or null.</param>
/// <param name="Account">The account, or null.</param>
/// <param name="Scope">The scope, or null.</param>
/// <param name="Date">The day on which things stood so.</param>
/// <param name="Value">The number; null where it is not known.</param>
/// <param name="Unit">In what it counts, or null for plain numbers.</param>
/// <param name="Definition">What it counts, in plain words.</param>
/// <param name="ReadFrom">Where it was read.</param>
/// <param name="ReportedBy">Who says so.</param>
/// <param name="Version">How often it was said anew for that day.</param>
public sealed record ReportedResponse(
    string Name, string? Channel, string? Account, string? Scope, string Date, decimal? Value, string? Unit, string? Definition, string ReadFrom, string ReportedBy, int Version)
{
    /// <summary>The post that it is of; left out where it is of none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Post { get; init; }

    /// <summary>Whose figure it is: never the engine's.</summary>
    public string Source { get; } = MetricSource.SelfReported;

    /// <summary>What it is about.</summary>
    internal FigureSide Side => new(Channel, Account, Scope) { Post = Post };
}
