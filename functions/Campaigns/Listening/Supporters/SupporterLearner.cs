using Azure.Data.Tables;
using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Supporters;

/// <summary>Stores which account id belongs to a listed handle, once: the first id counts, since a handle that is given up can be taken by others.</summary>
/// <param name="storage">The account.</param>
/// <param name="supporters">Reads the lists.</param>
/// <param name="keys">Makes author keys.</param>
/// <param name="requests">Asks for the roll-up that a new name calls for.</param>
public sealed class SupporterLearner(StorageRim storage, SupporterTable supporters, CampaignKeys keys, RollUpRequests requests)
{
    private const int MostTries = 20;

    /// <summary>One transaction holds a hundred rows, and the head is one of them.</summary>
    private const int MostAtOnce = 99;

    private readonly TableClient table = storage.Table(TableNames.Supporters);

    /// <summary>Stores what is not known yet, of handles that are listed now.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="seen">Account ids by handles, both as author keys.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task LearnAsync(Campaign campaign, IReadOnlyDictionary<UInt128, UInt128> seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(seen);
        var learnt = false;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var news = await NewsAsync(campaign, seen, cancellationToken);
            if (news is not { } found || found.Links.Length == 0)
            {
                if (learnt)
                {
                    await requests.AskAsync(new CellId(campaign.Id.Value, campaign.Generation, 0), cancellationToken);
                }

                return;
            }

            var isAdded = await AddAsync(CampaignPartition.Of(campaign), found.Head, found.Links, cancellationToken);
            (learnt, attempt) = (learnt || isAdded, isAdded ? 0 : attempt);
        }

        throw new InvalidOperationException($"The supporters of campaign {campaign.Id} changed {MostTries} times while ids were learnt.");
    }

    private async Task<(SupporterHead Head, (UInt128 Handle, UInt128 Author)[] Links)?> NewsAsync(
        Campaign campaign, IReadOnlyDictionary<UInt128, UInt128> seen, CancellationToken cancellationToken)
    {
        if (await supporters.FindAsync(campaign, cancellationToken) is not { } stored)
        {
            return null;
        }

        var mentionKeys = await keys.OfAsync(campaign, cancellationToken);
        var known = await supporters.LinksAsync(campaign, cancellationToken);
        return (stored.Head, [.. stored.Entries.Select(entry => SupporterKeys.Learns(entry, mentionKeys)).OfType<UInt128>()
            .Where(handle => !known.ContainsKey(handle) && seen.ContainsKey(handle))
            .Select(handle => (handle, seen[handle])).Take(MostAtOnce)]);
    }

    /// <summary>The links and the head change together, so that nobody who goes by the head's tag misses one.</summary>
    private async Task<bool> AddAsync(string partition, SupporterHead head, (UInt128 Handle, UInt128 Author)[] links, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                [
                    .. links.Select(link => new TableTransactionAction(TableTransactionActionType.Add, SupporterRows.ToLink(partition, link.Handle, link.Author))),
                    new TableTransactionAction(TableTransactionActionType.UpdateReplace, SupporterRows.ToHead(partition, head with { Links = head.Links + links.Length }), head.ETag),
                ],
                cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            // Another process learnt, or the list was replaced: what is still news is read again.
            return false;
        }
    }
}
