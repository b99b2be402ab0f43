using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Results.Organisations;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;
using Campaigns.Results.Windows;

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
    /// <summary>The results of a whole campaign.</summary>
    public ResultsResponse Whole(Campaign campaign, Summary? summary) => ResultsWriter.Write(campaign, summary, Recorded, Plan, Texts, Entered, Own, Now);

    /// <summary>Those of some of its days.</summary>
    public ResultsResponse Of(Campaign campaign, DayWindow window, RolledUp rolled) => WindowWriter.Write(campaign, window, rolled, Recorded, Plan, Texts, Entered, Own, Now);
}
