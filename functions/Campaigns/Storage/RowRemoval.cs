using Azure;
using Azure.Data.Tables;

namespace Campaigns.Storage;

/// <summary>Removes many rows of a table.</summary>
internal static class RowRemoval
{
    private const int MostInTransaction = 100;

    /// <summary>Removes the rows that a filter finds, in transactions. It may break off anywhere, be done again, and be done by two at once.</summary>
    /// <param name="table">The table.</param>
    /// <param name="filter">Which rows.</param>
    /// <param name="goes">Whether one of them goes, by its partition and row key.</param>
    /// <param name="cancellationToken">Cancels the work; the next one goes on.</param>
    public static async Task RemoveRowsAsync(this TableClient table, string filter, Func<TableEntity, bool> goes, CancellationToken cancellationToken)
    {
        var waiting = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            if (!goes(row))
            {
                continue;
            }

            if (waiting.Count == MostInTransaction || (waiting is [var first, ..] && first.PartitionKey != row.PartitionKey))
            {
                await RemoveAsync(table, waiting, cancellationToken);
                waiting.Clear();
            }

            waiting.Add(row);
        }

        await RemoveAsync(table, waiting, cancellationToken);
    }

    private static async Task RemoveAsync(TableClient table, List<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        try
        {
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            // Another process removes them too: one is gone already, and with it nothing of the rest went.
            foreach (var row in rows)
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
            }
        }
    }
}
