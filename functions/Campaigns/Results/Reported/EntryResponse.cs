using System.Text.Json.Serialization;

namespace Campaigns.Results.Reported;

/// <summary>A figure or an input that somebody entered.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Date">The day that it is about.</param>
/// <param name="Channel">The channel, or null.</param>
/// <param name="Account">The account, or null.</param>
/// <param name="Scope">The scope, or null.</param>
/// <param name="Value">The number; null where it is not known.</param>
/// <param name="Status">What it is worth.</param>
/// <param name="Definition">What it counts.</param>
/// <param name="Unit">In what.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="ReportedBy">Who says so.</param>
/// <param name="Version">The how manieth version this is.</param>
/// <param name="Withdrawn">Whether it was withdrawn.</param>
/// <param name="CreatedAt">When it was first put.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record EntryResponse(
    string Name, string Date, string? Channel, string? Account, string? Scope, decimal? Value, string Status, string? Definition, string? Unit,
    string Source, string ReportedBy, int Version, bool Withdrawn, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>By what it is broken down, where it is of a group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dimension { get; init; }

    /// <summary>The group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Group { get; init; }

    /// <summary>The post that it is of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Post { get; init; }

    /// <summary>Of how many people the group is a part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Base { get; init; }

    /// <summary>Whether those are a sample; left out for a figure that is of no group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Sample { get; init; }

    /// <summary>Whether those of several accounts may be added up; left out for a figure of a group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Adds { get; init; }

    /// <summary>Everything that was ever said, the first first; only where one entry is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntryVersionResponse>? Versions { get; init; }
}
