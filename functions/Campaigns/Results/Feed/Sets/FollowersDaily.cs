using System.Runtime.CompilerServices;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Feed.Sets;

/// <summary>Followers of our own accounts on the days for which somebody entered them. They are how things stood: days do not add up.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="entries">What was entered.</param>
internal sealed class FollowersDaily(FeedCampaigns campaigns, EntryTable entries) : FeedSet("FollowersDaily", "FollowersDay",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("accountKey"), FeedColumn.Text("channelKey"), .. FeedTime.OfDay,
    FeedColumn.PerhapsText("scope"), .. FeedColumn.Figure("followers"), FeedColumn.Text("source"), FeedColumn.Text("reportedBy"), FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            var rows = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
            foreach (var entry in (await entries.ReadAsync(campaign, cancellationToken)).Where(IsOfFollowers))
            {
                var (id, day, account) = (campaign.Id.Value, FeedTime.Day(entry.Date, campaign.TimeZone), FeedAccounts.NameIn(campaign, entry.Side.Channel!, entry.Side.Account!));
                var key = FeedKey.Of(id, (string)day[^1]!, entry.Side.Channel!, entry.Side.Scope ?? "", account);
                rows[key] =
                [
                    key, id, FeedKey.Of(id, entry.Side.Channel!, account), entry.Side.Channel, .. day, entry.Side.Scope,
                    .. FeedStatus.Of(entry.Content.Value is { } value ? (long)Math.Round(value) : (long?)null, entry.Content.Status),
                    entry.Content.Source, entry.Content.ReportedBy, FeedTime.Later(entry.UpdatedAt, campaign.UpdatedAt),
                ];
            }

            foreach (var row in rows.Values)
            {
                yield return row;
            }
        }
    }

    /// <summary>Whether an entry is a count of an account's followers.</summary>
    public static bool IsOfFollowers(Entry entry) =>
        entry.Kind == EntryKind.Figure && entry.Name == FigureName.Followers.Value && entry.Side is { IsPlain: true, Channel: not null, Account: not null };
}
