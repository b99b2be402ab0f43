using System.Runtime.CompilerServices;
using NodaTime;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The campaigns.</summary>
/// <param name="campaigns">The campaigns.</param>
internal sealed class CampaignRows(FeedCampaigns campaigns) : FeedSet("Campaigns", "Campaign",
[
    FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("name"), FeedColumn.Day("startsOn"), FeedColumn.Day("endsOn"), FeedColumn.Moment("startUtc"), FeedColumn.Moment("endUtc"),
    FeedColumn.Text("timeZone"), FeedColumn.Flag("isArchived"), FeedColumn.Flag("isFinal"), FeedColumn.Moment("createdAt"), FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            yield return
            [
                campaign.Id.Value, campaign.Name, Day(campaign.StartsAt), Day(campaign.EndsAt - Duration.Epsilon), campaign.StartsAt.ToDateTimeOffset(), campaign.EndsAt.ToDateTimeOffset(),
                campaign.TimeZone.Id, campaign.Archived, campaign.SealedAt is not null, campaign.CreatedAt.ToUniversalTime(), FeedTime.Later(campaign.UpdatedAt, campaign.SealedAt),
            ];

            object Day(Instant at) => FeedTime.Date(at.InZone(campaign.TimeZone).Date);
        }
    }
}
