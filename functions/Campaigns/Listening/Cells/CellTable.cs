using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Listening.Cells;

/// <summary>Cells at rest, and which of them changed since the last roll-up.</summary>
/// <param name="storage">The account.</param>
public sealed class CellTable(StorageRim storage)
{
    /// <summary>A cell has up to 768 KiB: a page of them stays within the memory of a small instance.</summary>
    private const int CellsPerPage = 20;

    private readonly TableClient table = storage.Table(TableNames.Cells);

    /// <summary>Reads a cell; one that was never written is empty.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<StoredCell> ReadAsync(CellId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            CellRows.Partition(id.Campaign, id.Generation, id.Shard), CellRows.CellPrefix + id.HourText, cancellationToken: cancellationToken);
        return found.HasValue ? new StoredCell(CellRows.Read(found.Value!), found.Value!.ETag) : new StoredCell(Cell.Empty, null);
    }

    /// <summary>Writes a cell as it was read and merged since, and marks it dirty, in one transaction.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="before">As it was read.</param>
    /// <param name="cell">As it is now.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>As it is stored now, or null where it was changed meanwhile: the outcome is learnt by reading it again.</returns>
    /// <exception cref="CellFullException">The cell does not fit.</exception>
    public async Task<StoredCell?> WriteAsync(CellId id, StoredCell before, Cell cell, CancellationToken cancellationToken)
    {
        try
        {
            var written = await table.SubmitTransactionAsync(CellRows.Write(id, before, cell), cancellationToken);
            return new StoredCell(cell, written.Value[0].Headers.ETag);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Every cell of a campaign, in the order of time.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async IAsyncEnumerable<(CellId Id, Cell Cell)> ReadAllAsync(
        string campaign, string generation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = KeyText.RowsOf(CellRows.Partition(campaign, generation), CellRows.CellPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, CellsPerPage, cancellationToken: cancellationToken))
        {
            yield return (IdOf(campaign, generation, row, CellRows.CellPrefix), CellRows.Read(row));
        }
    }

    /// <summary>Every cell of a campaign, without its records.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<CellVersion>> ListAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var versions = new List<CellVersion>();
        var rows = KeyText.RowsOf(CellRows.Partition(campaign, generation), CellRows.CellPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, select: ["PartitionKey", "RowKey", "Retractions"], cancellationToken: cancellationToken))
        {
            versions.Add(new CellVersion(IdOf(campaign, generation, row, CellRows.CellPrefix), row.ETag, row.GetInt64("Retractions") ?? 0));
        }

        return versions;
    }

    /// <summary>The cells of a campaign that changed since the last roll-up. Read them before the cells.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<DirtyCell>> ReadDirtyAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var dirty = new List<DirtyCell>();
        var rows = KeyText.RowsOf(CellRows.Partition(campaign, generation), CellRows.DirtyPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            dirty.Add(new DirtyCell(IdOf(campaign, generation, row, CellRows.DirtyPrefix), row.ETag));
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
        var partition = CellRows.Partition(campaign, generation);
        foreach (var chunk in dirty.Chunk(100))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, CellRows.DirtyPrefix + row.Id.HourText), row.ETag)), cancellationToken);
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 412)
            {
                await ClearOneByOneAsync(partition, chunk, cancellationToken);
            }
        }
    }

    private static CellId IdOf(string campaign, string generation, TableEntity row, string prefix) => CellId.TryParseHour(row.RowKey[prefix.Length..], out var hour)
        ? new CellId(campaign, generation, hour)
        : throw new CellFormatException($"The row {row.RowKey} of campaign {campaign} is no cell.");

    private async Task ClearOneByOneAsync(string partition, DirtyCell[] dirty, CancellationToken cancellationToken)
    {
        foreach (var row in dirty)
        {
            try
            {
                await table.DeleteEntityAsync(partition, CellRows.DirtyPrefix + row.Id.HourText, row.ETag, cancellationToken);
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 412)
            {
                // The cell changed again, or another roll-up was here: either way the row is not ours to remove.
            }
        }
    }
}
