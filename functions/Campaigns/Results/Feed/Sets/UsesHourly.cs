using System.Runtime.CompilerServices;
using Campaigns.Results.RollUps;
using NodaTime;

namespace Campaigns.Results.Feed.Sets;

/// <summary>Uses of each hashtag of the plan, by channel, kind and hour.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="hours">What was counted.</param>
internal sealed class UsesHourly(FeedCampaigns campaigns, HoursTable hours) : FeedSet("UsesHourly", "UsesHour",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("hashtagKey"), FeedColumn.Text("channelKey"), FeedColumn.Text("kind"),
    .. FeedTime.OfHour, FeedColumn.Count("uses"), FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListInTimeAsync(scope, cancellationToken))
        {
            var id = campaign.Id.Value;
            var wanted = FeedHours.Of(campaign, scope);
            var tags = campaign.Hashtags.OrderBy(tag => tag.Tag.Folded, StringComparer.Ordinal).ToArray();
            await foreach (var day in hours.ReadAsync(id, campaign.Generation, campaign.SealedAt is not null, wanted.FirstDay, wanted.LastDay, cancellationToken))
            {
                scope.Reads.Note(campaign, day);
                foreach (var hour in wanted.In(day))
                {
                    var at = Instant.FromUnixTimeSeconds(hour.Key * 3600);
                    var (time, text) = (FeedTime.Hour(at, campaign.TimeZone), FeedKey.HourText(at.ToDateTimeOffset()));
                    var parts = HourKinds.InOrder(hour);
                    foreach (var tag in tags)
                    {
                        foreach (var part in parts.Where(part => part.Uses.ContainsKey(tag.Number)))
                        {
                            var (channel, kind) = (HourKinds.ChannelOf(part), HourKinds.KindOf(part));
                            yield return
                            [
                                FeedKey.Of(id, text, tag.Tag.Folded, channel, kind), id, FeedKey.Of(id, tag.Tag.Folded), channel, kind,
                                .. time, part.Uses[tag.Number], day.ChangedAt,
                            ];
                        }
                    }
                }
            }
        }
    }
}
