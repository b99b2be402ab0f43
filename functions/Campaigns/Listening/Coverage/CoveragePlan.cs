namespace Campaigns.Listening.Coverage;

/// <summary>What coverage is measured against: what should be searched, not what happens to have been.</summary>
/// <param name="Searches">Everything that the engine searches for the campaign.</param>
/// <param name="Channels">The channels that the engine is set up to search, whether or not the campaign wants them.</param>
public sealed record CoveragePlan(IReadOnlyList<PlannedSearch> Searches, IReadOnlyCollection<string> Channels)
{
    /// <summary>The plan of an engine that searches nothing.</summary>
    public static CoveragePlan None { get; } = new([], []);
}
