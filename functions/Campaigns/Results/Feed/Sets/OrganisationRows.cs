using System.Runtime.CompilerServices;
using Campaigns.Planning;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The organisations whose accounts speak for campaigns, each once.</summary>
/// <param name="campaigns">The campaigns.</param>
internal sealed class OrganisationRows(FeedCampaigns campaigns) : FeedSet("Organisations", "Organisation",
[
    FeedColumn.Text("organisationKey"), FeedColumn.PerhapsText("ods"), FeedColumn.Text("name"), FeedColumn.PerhapsText("area"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = new SortedDictionary<string, AccountOrganisation>(StringComparer.Ordinal);
        // Their keys begin with no campaign, and no bounds of campaigns hold for them.
        await foreach (var campaign in campaigns.ListAsync(scope with { After = null, Bounds = FeedBounds.None }, cancellationToken))
        {
            foreach (var organisation in campaign.Accounts.Select(account => account.Organisation).OfType<AccountOrganisation>())
            {
                var key = FeedAccounts.KeyOf(organisation);
                // The spelling that comes first, and what any of them knows of its area.
                all[key] = all.TryGetValue(key, out var known) ? known with { Area = known.Area ?? organisation.Area } : organisation;
            }
        }

        foreach (var (key, organisation) in all)
        {
            yield return [key, organisation.Ods, organisation.Name, organisation.Area];
        }
    }
}
