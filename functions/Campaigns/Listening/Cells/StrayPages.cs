using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Listening.Cells;

/// <summary>
/// Tells a cell's sealed pages in a backup from one that was sealed after its row had been copied: what that holds is in the row still, and a page
/// that the row does not count would be in the way of the next one.
/// </summary>
/// <param name="storage">The account.</param>
internal sealed class StrayPages(StorageRim storage)
{
    private readonly TableClient table = storage.Table(TableNames.Cells);
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private string partition = "";

    /// <summary>Whether a row of a backup goes back.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Cancels a read.</param>
    public async Task<bool> BelongsAsync(TableEntity row, CancellationToken cancellationToken)
    {
        if (row.PartitionKey != partition)
        {
            known.Clear();
            partition = row.PartitionKey;
        }

        if (row.RowKey.StartsWith(CellRows.CellPrefix, StringComparison.Ordinal))
        {
            known[row.RowKey] = CellRows.SealedOf(row);
            return true;
        }

        return CellRows.PageOf(row.RowKey) is not var (cell, number) || number < await SealedAsync(cell, cancellationToken);
    }

    /// <summary>A restore that goes on finds the row where it put it.</summary>
    private async Task<int> SealedAsync(string cell, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(cell, out var count))
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, cell, cancellationToken: cancellationToken);
            known[cell] = count = found.HasValue ? CellRows.SealedOf(found.Value!) : 0;
        }

        return count;
    }
}
