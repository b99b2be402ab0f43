using System.Runtime.CompilerServices;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The accounts that speak for campaigns.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="entries">What was entered by hand, of other accounts too.</param>
internal sealed class AccountRows(FeedCampaigns campaigns, EntryTable entries) : FeedSet("Accounts", "Account",
[
    FeedColumn.Text("accountKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("channelKey"), FeedColumn.Text("account"), FeedColumn.PerhapsText("organisationKey"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            var organisations = OrganisationOf.In(campaign);
            var others = (await entries.ReadAsync(campaign, cancellationToken)).Where(FollowersDaily.IsOfFollowers).Select(entry => (entry.Side.Channel!, FollowersDaily.AccountOf(campaign, entry)));
            foreach (var (channel, account) in campaign.Accounts.Select(account => (account.Channel.Name, account.Account.Value)).Union(others)
                .OrderBy(account => account.Item1, StringComparer.Ordinal).ThenBy(account => account.Item2, StringComparer.Ordinal))
            {
                yield return [FeedKey.Of(campaign.Id.Value, channel, account), campaign.Id.Value, channel, account, organisations.GetValueOrDefault((channel, account))?.Key];
            }
        }
    }
}
