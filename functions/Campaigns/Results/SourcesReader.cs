using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Results.Reported;

namespace Campaigns.Results;

/// <summary>Reads what results are made of beside a roll-up: one read for each, once for an answer, of however many days it tells.</summary>
/// <param name="coverage">What was looked at.</param>
/// <param name="insight">What texts come to.</param>
/// <param name="entries">What people entered by hand.</param>
/// <param name="ownSide">What campaigns themselves did.</param>
/// <param name="directory">What should be looked at.</param>
/// <param name="time">The clock.</param>
public sealed class SourcesReader(CoverageTable coverage, InsightTable insight, EntryTable entries, OwnSideReader ownSide, SearchDirectory directory, TimeProvider time)
{
    internal async Task<ResultsSources> ReadAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var recorded = coverage.ReadAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        var entered = entries.ReadAsync(campaign, cancellationToken);
        var own = ownSide.ReadAsync(campaign, cancellationToken);
        var texts = await insight.ReadDaysAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        return new ResultsSources(await recorded, directory.CoverageOf(campaign), texts, await entered, await own, time.GetUtcNow());
    }
}
