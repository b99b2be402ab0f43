using Azure;
using Azure.Data.Tables;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Search;

/// <summary>
/// Searches at rest: rows of the coverage table, in their campaign's partition, beside the one row of what they have spent. A search and the
/// spending are written in one transaction, each only as it was read.
/// </summary>
/// <param name="storage">The account.</param>
public sealed class SearchTable(StorageRim storage)
{
    private const int MostInTransaction = 100;
    private const int MostTries = 20;

    private readonly TableClient table = storage.Table(TableNames.Coverage);

    /// <summary>A glance at every search of a campaign, by row.</summary>
    internal async Task<IReadOnlyDictionary<string, SearchGlance>> GlanceAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, SearchGlance>(StringComparer.Ordinal);
        var rows = KeyText.RowsOf(CampaignPartition.Of(campaign), CoverageTable.SearchPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, select: SearchEntity.OfGlance, cancellationToken: cancellationToken))
        {
            found[row.RowKey] = SearchEntity.Glance(row);
        }

        return found;
    }

    /// <summary>Every search of a campaign, and what they have spent.</summary>
    internal async Task<(IReadOnlyList<SearchRow> Searches, Spending Spending)> ReadAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var (searches, spending) = (new List<SearchRow>(), Spending.None);
        await foreach (var row in table.QueryAsync<TableEntity>(KeyText.RowsOf(CampaignPartition.Of(campaign), CoverageTable.SpendingRow), cancellationToken: cancellationToken))
        {
            if (row.RowKey == CoverageTable.SpendingRow)
            {
                spending = SearchEntity.Spending(row);
            }
            else
            {
                searches.Add(SearchEntity.Read(row));
            }
        }

        return (searches, spending);
    }

    /// <summary>One search; null where there is none.</summary>
    internal async Task<SearchRow?> FindAsync(Campaign campaign, string row, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(CampaignPartition.Of(campaign), row, cancellationToken: cancellationToken);
        return found.HasValue ? SearchEntity.Read(found.Value!) : null;
    }

    /// <summary>
    /// Whether a campaign was searched and nothing was found. Where something was, by a search that is still under way too, it is on its way to be counted: that it
    /// is not there yet is not zero.
    /// </summary>
    internal async Task<bool> FoundNothingAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var rows = KeyText.RowsOf(CampaignPartition.Of(campaign, generation), CoverageTable.SearchPrefix);
        var searches = await table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken).Select(SearchEntity.Read).ToListAsync(cancellationToken);
        return searches.Any(search => search.Ledger.Segments.Any(segment => segment.State == SearchState.Searched))
            && searches.All(search => search.Ledger.Got == 0 && search.Open.All(window => window.Got == 0));
    }

    /// <summary>What a campaign's searches have spent.</summary>
    internal async Task<Spending> SpendingAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(CampaignPartition.Of(campaign), CoverageTable.SpendingRow, cancellationToken: cancellationToken);
        return found.HasValue ? SearchEntity.Spending(found.Value!) : Spending.None;
    }

    /// <summary>Puts searches that are due under leases: as many as go in one transaction together, and one by one where another was faster.</summary>
    /// <returns>Those that are now ours.</returns>
    internal async Task<IReadOnlyList<SearchClaim>> ClaimAsync(Campaign campaign, IReadOnlyList<SearchClaim> claims, CancellationToken cancellationToken)
    {
        var taken = new List<SearchClaim>();
        foreach (var part in claims.Chunk(MostInTransaction))
        {
            if (await TrySubmitAsync([.. part.Select(claim => claim.Action(CampaignPartition.Of(campaign)))], cancellationToken))
            {
                taken.AddRange(part);
                continue;
            }

            foreach (var claim in part.Length > 1 ? part : [])
            {
                if (await TrySubmitAsync([claim.Action(CampaignPartition.Of(campaign))], cancellationToken))
                {
                    taken.Add(claim);
                }
            }
        }

        return taken;
    }

    /// <summary>
    /// Writes a search and the spending together. Where another search changed the spending meanwhile, the change is made anew; where another
    /// worker has the search, nothing is written. What a try whose answer was lost did is learnt by reading.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="spending">The spending as it was read last.</param>
    /// <param name="change">What both become.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    /// <returns>Both as they were written; null where another worker has the search.</returns>
    internal async Task<(SearchRow Search, Spending Spending)?> WriteAsync(
        Campaign campaign, Spending spending, Func<Spending, (SearchRow Search, Spending Spending)> change, CancellationToken cancellationToken)
    {
        var partition = CampaignPartition.Of(campaign);
        for (var attempt = 1; ; attempt++)
        {
            var (search, spent) = change(spending);
            var stamped = search with { Stamp = Stamps.New() };
            var actions = new List<TableTransactionAction> { new(TableTransactionActionType.UpdateReplace, SearchEntity.Of(partition, stamped), search.ETag) };
            if (spent != spending)
            {
                actions.Add(new(spending.ETag == default ? TableTransactionActionType.Add : TableTransactionActionType.UpdateReplace, SearchEntity.Of(partition, spent), spending.ETag));
            }

            try
            {
                var written = (await table.SubmitTransactionAsync(actions, cancellationToken)).Value;
                return (stamped with { ETag = written[0].Headers.ETag!.Value }, actions.Count == 1 ? spending : spent with { ETag = written[1].Headers.ETag!.Value });
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412 && attempt < MostTries)
            {
                var stored = await FindAsync(campaign, search.Key.Row, cancellationToken);
                spending = await SpendingAsync(campaign, cancellationToken);
                if (stored?.Stamp == stamped.Stamp)
                {
                    return (stored, spending);
                }

                if (stored?.ETag != search.ETag)
                {
                    return null;
                }

                await Task.Delay(Random.Shared.Next(5, 25 * attempt), cancellationToken);
            }
        }
    }

    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
