using System.Runtime.CompilerServices;
using Campaigns.Planning;
using NodaTime;

namespace Campaigns.Results.Feed;

/// <summary>The campaigns that a caller may see, in the order of their ids.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
public sealed class FeedCampaigns(CampaignTable campaigns)
{
    /// <summary>The campaigns in a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async IAsyncEnumerable<Campaign> ListAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in (scope.Bounds.Campaigns is { } named ? FindAsync(scope, named, cancellationToken) : campaigns.ListAsync(null, cancellationToken)).WithCancellation(cancellationToken))
        {
            if (scope.Caller.MayOpen(campaign.Id.Value) && (scope.FirstCampaign is not { } first || string.CompareOrdinal(campaign.Id.Value, first) >= 0))
            {
                yield return campaign;
            }
        }
    }

    /// <summary>The campaigns that have time in a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal IAsyncEnumerable<Campaign> ListInTimeAsync(FeedScope scope, CancellationToken cancellationToken) => ListAsync(scope, cancellationToken).Where(campaign =>
        !(scope.Bounds.From is { } from && campaign.EndsAt <= Instant.FromDateTimeOffset(from)) && !(scope.Bounds.To is { } to && campaign.StartsAt >= Instant.FromDateTimeOffset(to)));

    private async IAsyncEnumerable<Campaign> FindAsync(FeedScope scope, IReadOnlySet<string> named, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Who may not open a campaign shall not see by the time it takes whether there is one.
        foreach (var name in named.Where(scope.Caller.MayOpen).Order(StringComparer.Ordinal))
        {
            if (CampaignId.TryParse(name, out var id) && await campaigns.FindAsync(id, cancellationToken) is { } campaign)
            {
                yield return campaign;
            }
        }
    }
}
