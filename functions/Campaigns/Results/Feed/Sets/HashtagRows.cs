using System.Runtime.CompilerServices;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The hashtags of the campaigns' plans: the same word in two campaigns is two hashtags, since nothing is added up over campaigns.</summary>
/// <param name="campaigns">The campaigns.</param>
internal sealed class HashtagRows(FeedCampaigns campaigns) : FeedSet("Hashtags", "Hashtag",
[
    FeedColumn.Text("hashtagKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("hashtag"), FeedColumn.Text("folded"), FeedColumn.Moment("addedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            foreach (var tag in campaign.Hashtags.OrderBy(tag => tag.Tag.Folded, StringComparer.Ordinal))
            {
                yield return [FeedKey.Of(campaign.Id.Value, tag.Tag.Folded), campaign.Id.Value, tag.Tag.Display, tag.Tag.Folded, tag.AddedAt.ToUniversalTime()];
            }
        }
    }
}
