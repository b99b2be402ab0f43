using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Listening.Cells;

public sealed partial class CellTable
{
    /// <summary>The cells of a campaign that changed since the last roll-up. Read them before the cells.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<DirtyCell>> ReadDirtyAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var dirty = new List<DirtyCell>();
        var most = await ReadDirtyAsync(campaign, generation, 0, dirty, cancellationToken);
        if (most > 1)
        {
            await ForShardsAsync(most, async shard =>
            {
                var more = new List<DirtyCell>();
                await ReadDirtyAsync(campaign, generation, shard, more, cancellationToken);
                lock (dirty)
                {
                    dirty.AddRange(more);
                }
            });
        }

        return dirty;
    }

    /// <summary>Removes dirty rows as they were read; those that a later change renewed stay.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="dirty">The rows.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public async Task ClearDirtyAsync(string campaign, string generation, IReadOnlyList<DirtyCell> dirty, CancellationToken cancellationToken)
    {
        foreach (var partition in dirty.GroupBy(row => row.Id.Shard, row => row))
        {
            foreach (var chunk in partition.Chunk(100))
            {
                try
                {
                    await table.SubmitTransactionAsync(
                        chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(CellRows.Partition(row.Id), CellRows.DirtyPrefix + row.Id.HourText), row.ETag)), cancellationToken);
                }
                catch (RequestFailedException fault) when (fault.Status is 404 or 412)
                {
                    await ClearOneByOneAsync(chunk, cancellationToken);
                }
            }
        }
    }

    /// <summary>Reads the dirty rows of one shard; on shard 0, the answer is how many shards an hour of the campaign has at most.</summary>
    private async Task<int> ReadDirtyAsync(string campaign, string generation, int shard, List<DirtyCell> dirty, CancellationToken cancellationToken)
    {
        var most = 1;
        var rows = KeyText.RowsOf(CellRows.Partition(campaign, generation, shard), CellRows.DirtyPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken))
        {
            if (CellRows.IsShards(row, out var shards))
            {
                most = shards;
            }
            else
            {
                dirty.Add(new DirtyCell(IdOf(campaign, generation, shard, row, CellRows.DirtyPrefix), row.ETag));
            }
        }

        return most;
    }

    private async Task ClearOneByOneAsync(DirtyCell[] dirty, CancellationToken cancellationToken)
    {
        foreach (var row in dirty)
        {
            try
            {
                await table.DeleteEntityAsync(CellRows.Partition(row.Id), CellRows.DirtyPrefix + row.Id.HourText, row.ETag, cancellationToken);
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 412)
            {
                // The cell changed again, or another roll-up was here: either way the row is not ours to remove.
            }
        }
    }
}
