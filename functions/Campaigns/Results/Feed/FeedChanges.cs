using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Feed;

/// <summary>
/// When what results are made of changed last. It is read before them: what is written in between is in a row that says an earlier moment, and moves it the next
/// time, so that nobody who asks for what changed since misses it.
/// </summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="summaries">What was counted.</param>
/// <param name="coverage">What was looked at.</param>
/// <param name="insight">What texts come to.</param>
/// <param name="entries">What was entered by hand.</param>
/// <param name="posts">The ledger.</param>
/// <param name="supporters">Whom campaigns name.</param>
/// <param name="time">The clock.</param>
public sealed class FeedChanges(
    CampaignTable campaigns, SummaryMarks summaries, CoverageTable coverage, InsightTable insight, EntryTable entries, PostTable posts, SupporterTable supporters, TimeProvider time)
{
    /// <summary>When a campaign's plan or standing changed last.</summary>
    /// <param name="campaign">The campaign.</param>
    public static DateTimeOffset OfPlan(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return FeedTime.Later(campaign.UpdatedAt, campaign.ArchivedAt, campaign.ClosedAt, campaign.SealedAt);
    }

    /// <summary>When anything changed last that a campaign's results are made of.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="request">The request: of another campaign that its caller may not open nothing is told.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<DateTimeOffset> OfResultsAsync(Campaign campaign, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var (id, generation) = (campaign.Id.Value, campaign.Generation);
        var clock = OfClock(campaign);
        Task<DateTimeOffset?>[] read =
        [
            summaries.WrittenAtAsync(id, generation, cancellationToken), coverage.ChangedAtAsync(id, generation, cancellationToken), insight.ChangedAtAsync(id, generation, cancellationToken),
            entries.ChangedAtAsync(campaign, cancellationToken), OfPostsAsync(campaign, cancellationToken), OfSupportersAsync(campaign, cancellationToken), OfOtherAsync(campaign, request, cancellationToken),
        ];
        return FeedTime.Later([OfPlan(campaign), clock, .. await Task.WhenAll(read)]);
    }

    /// <summary>The last step of the clock, up to the one at which the campaign and its objectives are over.</summary>
    private DateTimeOffset OfClock(Campaign campaign)
    {
        var last = campaign.Objectives.Select(objective => campaign.TimeZone.AtStartOfDay(objective.By.PlusDays(1)).ToInstant()).Append(campaign.EndsAt).Max();
        return FeedTime.Reached(time.GetUtcNow(), last);
    }

    private async Task<DateTimeOffset?> OfPostsAsync(Campaign campaign, CancellationToken cancellationToken) =>
        (await posts.ChangedAtAsync(Ledger.Of(campaign), cancellationToken)).Values.Select(moment => (DateTimeOffset?)moment).Max();

    private async Task<DateTimeOffset?> OfSupportersAsync(Campaign campaign, CancellationToken cancellationToken) => (await supporters.HeadAsync(campaign, cancellationToken))?.UpdatedAt;

    private async Task<DateTimeOffset?> OfOtherAsync(Campaign campaign, HttpRequest request, CancellationToken cancellationToken) =>
        campaign.CompareWith is { } id && CompareWithRule.IsOpenTo(request, id) && await campaigns.FindAsync(id, cancellationToken) is { } other
            ? FeedTime.Later(OfPlan(other), await summaries.WrittenAtAsync(other.Id.Value, other.Generation, cancellationToken))
            : null;
}
