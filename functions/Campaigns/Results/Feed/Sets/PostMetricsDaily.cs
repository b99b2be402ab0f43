using System.Runtime.CompilerServices;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results.Metrics;
using Campaigns.Results.Posts;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Feed.Sets;

/// <summary>
/// How the campaign's own posts did, on the days for which somebody entered it. Platforms count from the beginning, so that days do not add up; what does is
/// <c>total</c>, the number that results show of a post and nothing on the days before it.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">Where their posts went.</param>
/// <param name="entries">What was entered.</param>
internal sealed class PostMetricsDaily(FeedCampaigns campaigns, PostTable posts, EntryTable entries) : FeedSet("PostMetricsDaily", "PostMetricsDay",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("postKey"), FeedColumn.PerhapsText("accountKey"), FeedColumn.PerhapsText("channelKey"),
    FeedColumn.Text("definitionKey"), .. FeedTime.OfDay, FeedColumn.PerhapsText("delivery"), FeedColumn.Text("metric"), FeedColumn.PerhapsText("scope"), .. FeedColumn.Rate("value"),
    FeedColumn.Flag("isLatest"), FeedColumn.Sum("total"), FeedColumn.Text("source"), FeedColumn.Text("reportedBy"), FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            // What is entered for another day, or withdrawn, changes which row is the latest. It is read before what is entered: what comes in between moves the row the next time.
            var enteredAt = FeedTime.Later(await entries.ChangedAtAsync(campaign, cancellationToken), campaign.UpdatedAt);
            Entry[] entered = [.. (await entries.ReadAsync(campaign, cancellationToken)).Where(PostEntries.IsOfPost)];
            if (entered.Length == 0)
            {
                continue;
            }

            var postedAt = await posts.ChangedAtAsync(Ledger.Of(campaign), cancellationToken);
            var deliveries = await posts.ListDeliveriesAsync(Ledger.Of(campaign), null, cancellationToken).ToListAsync(cancellationToken);
            // A post that was deleted before it went out has no deliveries any more, and results show nothing of it.
            var standing = deliveries.Select(delivery => delivery.PostId.Value).ToHashSet(StringComparer.Ordinal);
            entered = [.. entered.Where(entry => standing.Contains(entry.Side.Post!))];
            var latest = Latest(entered, deliveries);
            var rows = entered.Select(entry => Row(
                campaign, entry, PostEntries.DeliveryOf(entry, deliveries), latest.Contains(entry), FeedTime.Later(enteredAt, postedAt.TryGetValue(entry.Side.Post!, out var at) ? at : null)));
            foreach (var row in rows.OrderBy(row => (string)row[0]!, StringComparer.Ordinal))
            {
                yield return row;
            }
        }
    }

    /// <summary>The entries that results show.</summary>
    private static HashSet<Entry> Latest(IEnumerable<Entry> entered, IReadOnlyList<Delivery> deliveries) =>
    [
        .. ReportedWriter.Latest(entered).GroupBy(entry => PostEntries.DeliveryOf(entry, deliveries)?.Id).Where(delivery => delivery.Key is not null)
            .SelectMany(delivery => PostEntries.Metrics.Keys.Select(name => PostEntries.Shown([.. delivery], name)).OfType<Entry>()),
    ];

    private static object?[] Row(Campaign campaign, Entry entry, Delivery? delivery, bool isLatest, DateTimeOffset changedAt)
    {
        var (id, side, content, metric) = (campaign.Id.Value, entry.Side, entry.Content, PostEntries.Metrics[entry.Name]);
        var day = FeedTime.Day(entry.Date, campaign.TimeZone);
        var channel = delivery?.Channel.Name ?? side.Channel;
        return
        [
            FeedKey.Of(id, (string)day[^1]!, side.Post!, entry.Name, side.Channel ?? "", side.Scope ?? "", side.Account?.ToLowerInvariant() ?? ""), id, FeedKey.Of(id, side.Post!),
            delivery is null ? null : FeedAccounts.KeyOf(campaign, channel!, delivery.Account.Value), channel, metric.Key, .. day, delivery?.Id, entry.Name, side.Scope,
            (double?)content.Value, content.Status, isLatest, isLatest && metric.Additivity == Additivity.Sum ? (double)(content.Value ?? 0) : 0.0, content.Source, content.ReportedBy, changedAt,
        ];
    }
}
