using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Results.Organisations;
using Campaigns.Results.Reported;

namespace Campaigns.Results;

/// <summary>What results are made of beside a roll-up.</summary>
/// <param name="Recorded">What was looked at.</param>
/// <param name="Plan">What should be looked at.</param>
/// <param name="Texts">What texts come to, by the day.</param>
/// <param name="Entered">What people entered by hand.</param>
/// <param name="Own">What the campaign itself did.</param>
/// <param name="Now">When that was read.</param>
internal sealed record ResultsSources(
    IReadOnlyList<CoverageEntry> Recorded, CoveragePlan Plan, IReadOnlyList<InsightDay> Texts, IReadOnlyList<Entry> Entered, OwnSide Own, DateTimeOffset Now)
{
    /// <summary>Nothing beside it: for figures that a roll-up alone tells.</summary>
    public static ResultsSources None(CoveragePlan plan, DateTimeOffset now) => new([], plan, [], [], OwnSide.None, now);
}
