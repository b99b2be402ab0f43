using System.Runtime.CompilerServices;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The accounts that speak for campaigns.</summary>
/// <param name="campaigns">The campaigns.</param>
internal sealed class AccountRows(FeedCampaigns campaigns) : FeedSet("Accounts", "Account",
[
    FeedColumn.Text("accountKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("channelKey"), FeedColumn.Text("account"), FeedColumn.PerhapsText("organisationKey"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            var organisations = OrganisationOf.In(campaign);
            foreach (var (channel, account) in campaign.Accounts.Select(account => (account.Channel.Name, account.Account.Value))
                .OrderBy(account => account.Name, StringComparer.Ordinal).ThenBy(account => account.Value, StringComparer.Ordinal))
            {
                yield return [FeedKey.Of(campaign.Id.Value, channel, account), campaign.Id.Value, channel, account, organisations.GetValueOrDefault((channel, account))?.Key];
            }
        }
    }
}
