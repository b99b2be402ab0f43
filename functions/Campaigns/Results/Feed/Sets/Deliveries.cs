using System.Runtime.CompilerServices;
using Campaigns.Publishing;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The publication ledger: one row for each post to an account, by the hour for which it was planned.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">The ledger.</param>
/// <param name="hold">Whether everything is held.</param>
internal sealed class Deliveries(FeedCampaigns campaigns, PostTable posts, HoldSwitch hold) : FeedSet("Deliveries", "Delivery",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("postKey"), FeedColumn.Text("accountKey"), FeedColumn.Text("channelKey"),
    .. FeedTime.OfHour, FeedColumn.Text("state"), FeedColumn.Moment("plannedAt"), FeedColumn.Moment("dueAt"), FeedColumn.PerhapsMoment("publishedAt"),
    FeedColumn.PerhapsText("url"), FeedColumn.PerhapsText("reason"), FeedColumn.Count("deliveries"), FeedColumn.Count("attempts"), FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (heldSince, heldAt) = await hold.ReadAsync(cancellationToken);
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            var id = campaign.Id.Value;
            await foreach (var delivery in posts.ListDeliveriesAsync(Ledger.Of(campaign), scope.AfterIn(id), cancellationToken))
            {
                var shown = DeliveryAnswer.Of(delivery, heldSince);
                var planned = FeedTime.HourOf(delivery.PlannedAt);
                yield return
                [
                    FeedKey.Of(id, delivery.Id), id, FeedKey.Of(id, shown.PostId), FeedAccounts.KeyOf(campaign, shown.Channel, shown.Account), shown.Channel, .. FeedTime.Hour(planned, campaign.TimeZone),
                    shown.State, delivery.PlannedAt.ToUniversalTime(), shown.DueAt.ToUniversalTime(), shown.PublishedAt?.ToUniversalTime(), shown.Url?.AbsoluteUri, Reason(delivery, shown),
                    1L, (long)shown.Attempts, FeedTime.Later(delivery.WrittenAt, heldAt, campaign.UpdatedAt),
                ];
            }
        }
    }

    /// <summary>Why it stands so, where the engine says that in words of its own: a platform may quote a post that is not out, or tell the address of its picture.</summary>
    private static string? Reason(Delivery delivery, DeliveryAnswer shown) =>
        delivery.State is DeliveryState.Published or DeliveryState.Expired or DeliveryState.Cancelled || (delivery.State == DeliveryState.Waiting && shown.State == DeliveryState.Held.Name()) ? shown.Reason : null;
}
