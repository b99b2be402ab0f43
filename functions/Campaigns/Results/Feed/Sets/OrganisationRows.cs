using System.Runtime.CompilerServices;

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
        var all = new SortedDictionary<string, OrganisationOf>(StringComparer.Ordinal);
        // Their keys begin with no campaign, and no bounds of campaigns hold for them.
        await foreach (var campaign in campaigns.ListAsync(scope with { After = null, Bounds = FeedBounds.None }, cancellationToken))
        {
            foreach (var organisation in OrganisationOf.In(campaign).Values)
            {
                // The spelling that comes first, and what any of them knows of its area.
                all[organisation.Key] = all.TryGetValue(organisation.Key, out var known) ? known with { Area = known.Area ?? organisation.Area } : organisation;
            }
        }

        foreach (var organisation in all.Values)
        {
            yield return [organisation.Key, organisation.Ods, organisation.Name, organisation.Area];
        }
    }
}
