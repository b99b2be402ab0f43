using System.Runtime.CompilerServices;
using Campaigns.Results.Timeline;
using NodaTime;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The people behind a day's mentions. They do not add up: who speaks on two days is one contributor of the campaign.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="timelines">Their days, without what would tell of few people.</param>
internal sealed class PeopleDaily(FeedCampaigns campaigns, FeedTimelines timelines) : FeedSet("PeopleDaily", "PeopleDay",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), .. FeedTime.OfDay,
    .. FeedColumn.Figure("contributors"), .. FeedColumn.Figure("potentialReach"), .. FeedColumn.Figure("potentialImpressions"), .. FeedColumn.Rate("coverage"),
    FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListInTimeAsync(scope, cancellationToken))
        {
            var (days, changedAt, now) = await timelines.PeopleAsync(campaign, scope.Reads, cancellationToken);
            foreach (var row in days)
            {
                var day = LocalDate.FromDateTime(row.From.DateTime);
                yield return
                [
                    FeedKey.Of(campaign.Id.Value, (string)FeedTime.Day(day, campaign.TimeZone)[^1]!), campaign.Id.Value, .. FeedTime.Day(day, campaign.TimeZone),
                    .. FeedStatus.Of(row.Contributors, Why(row, "contributors")), .. FeedStatus.Of(row.PotentialReach, Why(row, "potentialReach")),
                    .. FeedStatus.Of(row.PotentialImpressions, Why(row, "potentialImpressions")), .. FeedStatus.Of(row.Coverage, FigureStatus.NotOffered),
                    FeedTime.Later(changedAt, FeedTime.Reached(now, campaign.TimeZone.AtStartOfDay(day.PlusDays(1)).ToInstant())),
                ];
            }
        }
    }

    private static string Why(TimelineRow row, string figure) => row.Suppressed.Contains(figure) ? FigureStatus.Suppressed : FigureStatus.NotOffered;
}
