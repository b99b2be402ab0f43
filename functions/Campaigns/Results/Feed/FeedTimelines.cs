using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Results.Timeline;

namespace Campaigns.Results.Feed;

/// <summary>
/// Reads the days of a campaign's timeline, all of them and of one roll-up: which days may be told of depends on the others, so a filter must not change it.
/// </summary>
/// <param name="rollUps">Reads roll-ups whole.</param>
/// <param name="coverage">What was looked at.</param>
/// <param name="insight">What texts come to.</param>
/// <param name="directory">What should be looked at.</param>
/// <param name="time">The clock.</param>
public sealed class FeedTimelines(RollUpReader rollUps, CoverageTable coverage, InsightTable insight, SearchDirectory directory, TimeProvider time)
{
    /// <summary>Reads the days with their people, and nothing of what texts come to.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="reads">Takes down of which moment they are.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>The days, when any of them may have changed last, and up to when they are told of.</returns>
    internal async Task<(IReadOnlyList<TimelineRow> Days, DateTimeOffset ChangedAt, DateTimeOffset Now)> PeopleAsync(Campaign campaign, FeedReads reads, CancellationToken cancellationToken)
    {
        var searched = coverage.ReadSearchesAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        var rolled = await ReadAsync(campaign, reads, cancellationToken);
        var ((entries, searchedAt), now) = (await searched, time.GetUtcNow());
        var days = new TimelineWriter(campaign, CoverageHours.Of(entries, campaign, directory.CoverageOf(campaign), now)).Days(rolled.Summary, rolled.Heard, new SentimentSums(campaign, []));
        return (days.Rows, FeedTime.Later(rolled.WrittenAt, searchedAt, campaign.UpdatedAt), now);
    }

    /// <summary>Reads the days with what their texts come to, and nothing of what was looked at.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="reads">Takes down of which moment they are.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>The days, and when any of it may have changed last.</returns>
    internal async Task<(IReadOnlyList<TimelineRow> Days, DateTimeOffset ChangedAt)> SentimentAsync(Campaign campaign, FeedReads reads, CancellationToken cancellationToken)
    {
        var stored = insight.ReadDaysAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        var rolled = await ReadAsync(campaign, reads, cancellationToken);
        var texts = new SentimentSums(campaign, await stored);
        var days = new TimelineWriter(campaign, CoverageHours.Of([], campaign, directory.CoverageOf(campaign), time.GetUtcNow())).Days(rolled.Summary, rolled.Heard, texts);
        return (days.Rows, FeedTime.Later(rolled.WrittenAt, texts.AsOf, campaign.UpdatedAt));
    }

    private async Task<RolledUp> ReadAsync(Campaign campaign, FeedReads reads, CancellationToken cancellationToken)
    {
        var rolled = await rollUps.ReadAsync(campaign, withSupporters: false, cancellationToken) ?? throw new FeedChangingException();
        reads.Note(campaign, rolled.Summary?.AsOf);
        return rolled;
    }
}
