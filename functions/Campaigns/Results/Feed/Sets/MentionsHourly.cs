using System.Runtime.CompilerServices;
using Campaigns.Results.RollUps;
using NodaTime;

namespace Campaigns.Results.Feed.Sets;

/// <summary>Mentions and what people did with them, by channel, kind and hour. What is unknown of an engagement stands beside the sum of what is known.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="hours">What was counted.</param>
internal sealed class MentionsHourly(FeedCampaigns campaigns, HoursTable hours) : FeedSet("MentionsHourly", "MentionsHour",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("channelKey"), FeedColumn.Text("kind"),
    .. FeedTime.OfHour, .. Counts.Select(FeedColumn.Count), FeedColumn.Moment("changedAt"),
])
{
    private static readonly string[] Counts =
        ["mentions", "mentionsWithoutAuthor", "ownMentions", "likes", "likesUnknown", "shares", "sharesUnknown", "comments", "commentsUnknown", "views", "viewsUnknown"];

    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListInTimeAsync(scope, cancellationToken))
        {
            var id = campaign.Id.Value;
            var wanted = FeedHours.Of(campaign, scope);
            await foreach (var day in hours.ReadAsync(id, campaign.Generation, campaign.SealedAt is not null, wanted.FirstDay, wanted.LastDay, cancellationToken))
            {
                scope.Reads.Note(campaign, day);
                // In the order of kinds' names, as keys are.
                foreach (var part in wanted.In(day).SelectMany(hour => HourKinds.InOrder(hour)))
                {
                    var at = Instant.FromUnixTimeSeconds(part.Hour * 3600);
                    var (channel, kind) = (HourKinds.ChannelOf(part), HourKinds.KindOf(part));
                    yield return
                    [
                        FeedKey.Of(id, FeedKey.HourText(at.ToDateTimeOffset()), channel, kind), id, channel, kind, .. FeedTime.Hour(at, campaign.TimeZone),
                        part.Mentions, part.WithoutAuthor, part.Own, part.Likes.Sum, part.Likes.Unknown, part.Shares.Sum, part.Shares.Unknown,
                        part.Comments.Sum, part.Comments.Unknown, part.Views.Sum, part.Views.Unknown, day.ChangedAt,
                    ];
                }
            }
        }
    }
}
