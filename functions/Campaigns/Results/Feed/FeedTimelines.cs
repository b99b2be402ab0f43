using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Results.Timeline;

namespace Campaigns.Results.Feed;

/// <summary>
/// Reads the timeline of a campaign by the day, whole: which days may be told of depends on all of them, so a filter must not change it.
/// </summary>
/// <param name="summaries">Where roll-ups rest.</param>
/// <param name="coverage">What was looked at.</param>
/// <param name="insight">What texts come to.</param>
/// <param name="directory">What should be looked at.</param>
/// <param name="time">The clock.</param>
public sealed class FeedTimelines(SummaryTable summaries, CoverageTable coverage, InsightTable insight, SearchDirectory directory, TimeProvider time)
{
    /// <summary>Reads it.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>The days, what texts come to, and when any of it may have changed last.</returns>
    internal async Task<(TimelineResponse Days, SentimentSums Texts, DateTimeOffset ChangedAt)> ReadAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var (id, generation) = (campaign.Id.Value, campaign.Generation);
        var recorded = coverage.ReadAsync(id, generation, cancellationToken);
        var stored = insight.ReadDaysAsync(id, generation, cancellationToken);
        var summary = (await summaries.FindAsync(id, generation, cancellationToken))?.Summary;
        var days = await summaries.ReadDaysAsync(id, generation, cancellationToken);
        var texts = new SentimentSums(campaign, await stored);
        var hours = CoverageHours.Of(await recorded, campaign, directory.CoverageOf(campaign), time.GetUtcNow());
        return (new TimelineWriter(campaign, hours).Days(summary, days, texts), texts, FeedTime.Later(summary?.AsOf, texts.AsOf, campaign.UpdatedAt));
    }
}
