using Azure;
using Azure.Data.Tables;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Search;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Retention;

/// <summary>Removes what a campaign's figures were made of. It may break off anywhere and be done again.</summary>
/// <param name="storage">The account.</param>
/// <param name="purged">What goes.</param>
public sealed class CampaignPurger(StorageRim storage, IEnumerable<PurgedRows> purged)
{
    /// <summary>Removes it.</summary>
    /// <param name="campaign">The campaign; its figures are sealed.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task PurgeAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        foreach (var rows in purged)
        {
            await RemoveAsync(rows, campaign, cancellationToken);
        }

        await ClearSearchesAsync(campaign, cancellationToken);
    }

    /// <summary>Removes the marks by which processes know that a campaign has lists, or is closed: the last thing, when all of them have read so.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task ForgetAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        await storage.Table(TableNames.Supporters).DeleteEntityAsync(SupporterRows.Marks, CampaignPartition.Of(campaign), ETag.All, cancellationToken);
        await storage.Table(TableNames.Erasures).DeleteEntityAsync(
            RefusalRows.Marks, CampaignPartition.Of(campaign), ETag.All, cancellationToken);
    }

    private Task RemoveAsync(PurgedRows rows, Campaign campaign, CancellationToken cancellationToken)
    {
        var from = rows.Partition(campaign);
        var filter = rows.IsWhole
            ? TableClient.CreateQueryFilter($"PartitionKey eq {from}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {from + "~"}");
        return storage.Table(rows.Table).RemoveRowsAsync(filter, row => rows.Goes(row.RowKey), cancellationToken);
    }

    /// <summary>Of a search stays what was looked at; where it would have gone on, and what a channel answered last, goes.</summary>
    private async Task ClearSearchesAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var (table, partition) = (storage.Table(TableNames.Coverage), CampaignPartition.Of(campaign));
        await foreach (var row in table.QueryAsync<TableEntity>(KeyText.RowsOf(partition, CoverageTable.SearchPrefix), cancellationToken: cancellationToken))
        {
            var search = SearchEntity.Read(row);
            if (search.Open.Count > 0 || search.Reason is not null || search.Lease.Length > 0 || search.NextAt is not null)
            {
                await table.UpsertEntityAsync(
                    SearchEntity.Of(partition, search with { Open = [], Reason = null, StoppedAt = null, Lease = "", IsQueued = false, NextAt = null }), TableUpdateMode.Replace, cancellationToken);
            }
        }
    }
}
