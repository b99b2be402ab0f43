using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening;

/// <summary>
/// Keeps the listening campaigns at hand for a few seconds, so that a request need not read them all. A change made in this process is seen
/// at once, one made in another process within <see cref="ListeningOptions.CampaignCacheSeconds"/>.
/// </summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="keys">Opens their data keys.</param>
/// <param name="handles">Knows the handles of their supporters.</param>
/// <param name="refusals">Whose mentions count without their author.</param>
/// <param name="time">The clock.</param>
/// <param name="options">How long to keep them.</param>
public sealed class CampaignIndex(CampaignTable campaigns, CampaignKeys keys, HandleWatch handles, Refusals refusals, TimeProvider time, IOptions<ListeningOptions> options) : IDisposable
{
    private readonly ShortCopy<ListenedCampaigns> copy = new(time, TimeSpan.FromSeconds(options.Value.CampaignCacheSeconds));

    /// <summary>The campaigns that listen now.</summary>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public ValueTask<ListenedCampaigns> CurrentAsync(CancellationToken cancellationToken) => copy.GetAsync(() => Changes, ReadAsync, cancellationToken);

    /// <summary>A campaign of a generation, if it listens; asked of storage where the kept campaigns do not know it.</summary>
    /// <param name="cell">A cell of the campaign.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>The campaign; null where its mentions do not count.</returns>
    public async ValueTask<Campaign?> ListensAsync(CellId cell, CancellationToken cancellationToken)
    {
        foreach (var listened in (await CurrentAsync(cancellationToken)).All)
        {
            if (listened.Campaign.Id.Value == cell.Campaign && listened.Campaign.Generation == cell.Generation)
            {
                return listened.IsClosed ? null : listened.Campaign;
            }
        }

        return await FindAsync(cell, cancellationToken) is { Counts: true } found ? found : null;
    }

    /// <summary>Whether a campaign of a generation is closed: its mentions count no more because its retention is over.</summary>
    /// <param name="cell">A cell of the campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<bool> IsClosedAsync(CellId cell, CancellationToken cancellationToken) => await FindAsync(cell, cancellationToken) is { ClosedAt: not null };

    /// <inheritdoc />
    public void Dispose() => copy.Dispose();

    /// <summary>How many changes this process made itself.</summary>
    private long Changes => campaigns.Changes + handles.Changes + refusals.Changes;

    private Task<Campaign?> FindAsync(CellId cell, CancellationToken cancellationToken) => campaigns.FindAsync(cell.Campaign, cell.Generation, cancellationToken);

    private async Task<ListenedCampaigns> ReadAsync(ListenedCampaigns? before, CancellationToken cancellationToken)
    {
        var found = new List<ListenedCampaign>();
        var marks = await handles.MarksAsync(cancellationToken);
        await foreach (var campaign in campaigns.ListAsync(after: null, cancellationToken))
        {
            if (campaign is { Archived: false, ClosedAt: not null })
            {
                found.Add(new ListenedCampaign(campaign, null));
            }
            else if (!campaign.Archived)
            {
                found.Add(new ListenedCampaign(
                    campaign, await keys.OfAsync(campaign, cancellationToken), await handles.OfAsync(campaign, marks, cancellationToken),
                    await refusals.OfAsync(campaign.Id.Value, campaign.Generation, cancellationToken)));
            }
        }

        keys.KeepOnly(found.Where(listened => !listened.IsClosed).Select(listened => listened.Campaign));
        return new ListenedCampaigns(found, before);
    }
}
