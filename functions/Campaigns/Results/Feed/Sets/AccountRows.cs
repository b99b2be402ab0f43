using System.Runtime.CompilerServices;
using Campaigns.Publishing;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The accounts that speak for campaigns, or did: an account that left the plan keeps the row that its deliveries lead to.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">Where their posts went.</param>
/// <param name="entries">What was entered by hand, of other accounts too.</param>
internal sealed class AccountRows(FeedCampaigns campaigns, PostTable posts, EntryTable entries) : FeedSet("Accounts", "Account",
[
    FeedColumn.Text("accountKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("channelKey"), FeedColumn.Text("account"), FeedColumn.PerhapsText("organisationKey"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            var organisations = campaign.Accounts.Where(account => account.Organisation is not null)
                .ToDictionary(account => (account.Channel.Name, account.Account.Value), account => FeedAccounts.KeyOf(account.Organisation!));
            var published = await posts.ListDeliveriesAsync(Ledger.Of(campaign), null, cancellationToken).Select(delivery => (delivery.Channel.Name, delivery.Account.Value)).ToListAsync(cancellationToken);
            var followed = (await entries.ReadAsync(campaign, cancellationToken)).Where(FollowersDaily.IsOfFollowers).Select(entry => (entry.Side.Channel!, entry.Side.Account!));
            var planned = campaign.Accounts.Select(account => (account.Channel.Name, account.Account.Value));
            foreach (var (channel, account) in planned.Concat(published).Concat(followed).Select(account => (account.Item1, FeedAccounts.NameIn(campaign, account.Item1, account.Item2))).Distinct()
                .OrderBy(account => account.Item1, StringComparer.Ordinal).ThenBy(account => account.Item2, StringComparer.Ordinal))
            {
                yield return [FeedKey.Of(campaign.Id.Value, channel, account), campaign.Id.Value, channel, account, organisations.GetValueOrDefault((channel, account))];
            }
        }
    }
}
