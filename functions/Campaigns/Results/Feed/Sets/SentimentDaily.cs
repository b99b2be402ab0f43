using System.Runtime.CompilerServices;
using NodaTime;

namespace Campaigns.Results.Feed.Sets;

/// <summary>What a day's mentions feel, and of how many that is known. Few are hidden, so the days need not add up to the campaign.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="timelines">Their days, without what would tell of few people.</param>
internal sealed class SentimentDaily(FeedCampaigns campaigns, FeedTimelines timelines) : FeedSet("SentimentDaily", "SentimentDay",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), .. FeedTime.OfDay,
    .. Feelings.SelectMany(FeedColumn.Figure), .. FeedColumn.Rate("marginOfError"), FeedColumn.Count("analysable"), FeedColumn.Moment("changedAt"),
])
{
    private static readonly string[] Feelings = ["positive", "neutral", "negative", "mixed", "analysed"];

    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListInTimeAsync(scope, cancellationToken))
        {
            var (days, changedAt) = await timelines.SentimentAsync(campaign, scope.Reads, cancellationToken);
            foreach (var row in days)
            {
                var day = FeedTime.Day(LocalDate.FromDateTime(row.From.DateTime), campaign.TimeZone);
                var (name, feels) = ((string)day[^1]!, row.Sentiment!);
                long?[] values = [feels.Positive, feels.Neutral, feels.Negative, feels.Mixed, feels.Analysed];
                yield return
                [
                    FeedKey.Of(campaign.Id.Value, name), campaign.Id.Value, .. day,
                    .. Feelings.Index().SelectMany(feeling => FeedStatus.Of(
                        values[feeling.Index], row.Suppressed.Contains($"sentiment/{feeling.Item}") ? FigureStatus.Suppressed : row.WhyNotFelt)),
                    .. FeedStatus.Of(feels.MarginOfError, row.WhyNoMargin),
                    feels.Of!.Value, changedAt,
                ];
            }
        }
    }
}
