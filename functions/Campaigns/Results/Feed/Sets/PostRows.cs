using System.Runtime.CompilerServices;
using System.Text.Json;
using Campaigns.Publishing;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The campaigns' own posts.</summary>
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
            await foreach (var post in posts.ListAsync(Ledger.Of(campaign), scope.AfterIn(id), cancellationToken))
            {
                var content = JsonSerializer.Deserialize<PostContent>(post.Document, PostContent.Json)!;
                yield return
                [
                    FeedKey.Of(id, post.Id.Value), id, post.Id.Value, content.Text, content.Link?.AbsoluteUri,
                    post.DueAt.ToUniversalTime(), post.NotAfter?.ToUniversalTime(), post.CreatedAt.ToUniversalTime(), post.UpdatedAt.ToUniversalTime(),
                ];
            }
        }
    }
}
