using System.Runtime.CompilerServices;
using System.Text.Json;
using Campaigns.Publishing;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The campaigns' own posts. What has not gone out yet is not for who reads results: of such a post there is neither text nor link.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">Their posts.</param>
internal sealed class PostRows(FeedCampaigns campaigns, PostTable posts) : FeedSet("Posts", "Post",
[
    FeedColumn.Text("postKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("post"), FeedColumn.Text("text"), FeedColumn.PerhapsText("link"),
    FeedColumn.Moment("dueAt"), FeedColumn.PerhapsMoment("notAfter"), FeedColumn.Moment("createdAt"), FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            var id = campaign.Id.Value;
            // Read before the posts: what goes out meanwhile has its text, and a later moment, the next time.
            var published = (await posts.ListDeliveriesAsync(Ledger.Of(campaign), scope.AfterIn(id), cancellationToken).Where(delivery => delivery.State == DeliveryState.Published).ToListAsync(cancellationToken))
                .ToLookup(delivery => delivery.PostId);
            await foreach (var post in posts.ListAsync(Ledger.Of(campaign), scope.AfterIn(id), cancellationToken))
            {
                Delivery[] gone = [.. published[post.Id]];
                var (text, link) = Shown(JsonSerializer.Deserialize<PostContent>(post.Document, PostContent.Json)!, gone);
                yield return
                [
                    FeedKey.Of(id, post.Id.Value), id, post.Id.Value, text, link,
                    post.DueAt.ToUniversalTime(), post.NotAfter?.ToUniversalTime(), post.CreatedAt.ToUniversalTime(),
                    FeedTime.Later([post.UpdatedAt, .. gone.Select(delivery => delivery.WrittenAt)]),
                ];
            }
        }
    }

    /// <summary>A text that went out: the one for all channels, or where only others did the first of those.</summary>
    private static (string Text, string? Link) Shown(PostContent content, Delivery[] gone) => gone.Length == 0
        ? ("", null)
        : (content.For((gone.FirstOrDefault(delivery => !content.Varies(delivery.Channel)) ?? gone[0]).Channel).Text, content.Link?.AbsoluteUri);
}
