using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results.Organisations;
using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>Reads what a campaign itself did and whom it names: one request for the ledger, and two for supporters where it names any.</summary>
/// <param name="posts">The publication ledger.</param>
/// <param name="supporters">Whom campaigns name.</param>
/// <param name="summaries">What those said.</param>
public sealed class OwnSideReader(PostTable posts, SupporterTable supporters, SummaryTable summaries)
{
    internal async Task<OwnSide> ReadAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var deliveries = posts.ListDeliveriesAsync(Ledger.Of(campaign), null, cancellationToken).ToListAsync(cancellationToken);
        // With its data key goes whom a campaign names.
        var listed = campaign.SealedAt is null ? (await supporters.ReadAsync(campaign, cancellationToken)).All : null;
        if (listed is not { Count: > 0 })
        {
            return new OwnSide(await deliveries, listed, []);
        }

        var (said, stamp) = await summaries.ReadSupporterRowsAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        return new OwnSide(await deliveries, listed, said) { Stamp = stamp };
    }
}
