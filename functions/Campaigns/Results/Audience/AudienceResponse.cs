using Campaigns.Results.Metrics;

namespace Campaigns.Results.Audience;

/// <summary>Who the people were whom a figure is about, by one dimension, beside those whom the campaign is for.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Channel">The channel that it is about, or null.</param>
/// <param name="Account">The account, or null.</param>
/// <param name="Scope">The scope, or null.</param>
/// <param name="Post">The post, or null.</param>
/// <param name="Dimension">By what people are told apart.</param>
/// <param name="Definition">What the figure counts, in plain words.</param>
/// <param name="ReadFrom">Where it was read.</param>
/// <param name="ReportedBy">Who says so.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Missed">Groups of the plan that are hard to reach and under-represented; null where nothing can be compared.</param>
/// <param name="Why">Why nothing can be compared; null where something can.</param>
public sealed record AudienceResponse(
    string Name, string? Channel, string? Account, string? Scope, string? Post, string Dimension, string? Definition, string ReadFrom, string ReportedBy,
    IReadOnlyList<AudienceGroupResponse> Groups, IReadOnlyList<string>? Missed, string? Why)
{
    /// <summary>Whose figures these are.</summary>
    public string Source { get; } = MetricSource.SelfReported;
}

/// <summary>A group of the audience.</summary>
/// <param name="Group">The group.</param>
/// <param name="Entered">The groups that were entered and make it up; empty where nobody entered any.</param>
/// <param name="Planned">The groups of the plan that make it up; empty where the plan names none.</param>
/// <param name="Date">The day on which things stood so.</param>
/// <param name="People">Its people.</param>
/// <param name="Base">Of how many people whose group is known.</param>
/// <param name="Sample">Whether those are a sample.</param>
/// <param name="Share">Its part of the base.</param>
/// <param name="ShareAtLeast">Where the base is a sample: the share of all is at least that.</param>
/// <param name="ShareAtMost">And at most that.</param>
/// <param name="Population">Its people in the target population.</param>
/// <param name="PopulationShare">Its part of the target population of the groups that can be compared.</param>
/// <param name="AudienceShare">Its part of the audience of those groups, which are all of one base and all of a sample or none.</param>
/// <param name="Index">100 where the two are the same.</param>
/// <param name="IndexAtLeast">Where the base is a sample: the index is at least that.</param>
/// <param name="IndexAtMost">And at most that.</param>
/// <param name="HardToReach">Whether the plan says that it is hard to reach.</param>
/// <param name="UnderRepresented">Whether it has clearly less than its share; null where that cannot be told.</param>
/// <param name="Why">Why it cannot be compared; null where it can.</param>
public sealed record AudienceGroupResponse(
    string Group, IReadOnlyList<string> Entered, IReadOnlyList<string> Planned, string? Date, long? People, long? Base, bool? Sample,
    double? Share, double? ShareAtLeast, double? ShareAtMost, long? Population, double? PopulationShare, double? AudienceShare,
    double? Index, double? IndexAtLeast, double? IndexAtMost, bool HardToReach, bool? UnderRepresented, string? Why);
