using System.Text.Json.Serialization;

namespace Campaigns.Results.Reported;

/// <summary>What was said of a figure or an input once.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Value">The number.</param>
/// <param name="Status">What it was worth.</param>
/// <param name="Definition">What it counted.</param>
/// <param name="Unit">In what.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="ReportedBy">Who said so.</param>
/// <param name="Withdrawn">Whether it was withdrawn with this.</param>
/// <param name="At">When it was said.</param>
public sealed record EntryVersionResponse(
    int Version, decimal? Value, string Status, string? Definition, string? Unit, string Source, string ReportedBy, bool Withdrawn, DateTimeOffset At)
{
    /// <summary>Of how many people the group was a part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Base { get; init; }

    /// <summary>Whether those were a sample; left out for a figure that is of no group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Sample { get; init; }
}
