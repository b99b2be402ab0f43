using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Campaigns.Publishing;
using Campaigns.Storage;

namespace Campaigns.Operations.Backups;

/// <summary>Puts chunks of a backup back into a table.</summary>
/// <param name="storage">The account.</param>
/// <param name="blobs">Where they lie.</param>
/// <param name="rules">Which rows go back.</param>
public sealed class TableRestorer(StorageRim storage, BackupBlobs blobs, IEnumerable<RestoredRows> rules)
{
    // A group transaction holds 100 entities and 4 MiB.
    private const int MostRows = 100;
    private const int MostBytes = 5 * 512 * 1024;

    /// <summary>These say how the engine is now, not how it was: what is held, and how far this restore is.</summary>
    private static readonly string[] Now = [HoldSwitch.Partition, RestoreProgressTable.Partition];

    /// <summary>Puts a chunk back. Doing it again changes nothing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="chunk">The blob.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>How many rows that were.</returns>
    public async Task<long> PutAsync(string table, string chunk, CancellationToken cancellationToken)
    {
        var (bytes, _) = await blobs.ReadAsync(chunk, cancellationToken) ?? throw new InvalidOperationException($"The backup lacks {chunk}.");
        var client = storage.Table(table);
        var belongs = rules.FirstOrDefault(rule => rule.Table == table)?.Begin();
        using var lines = new StreamReader(new GZipStream(bytes.ToStream(), CompressionMode.Decompress), Encoding.UTF8);
        var (batch, size, rows) = (new List<TableTransactionAction>(), 0, 0L);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            var row = EntityLine.Read(line);
            if ((table == TableNames.Engine && Now.Contains(row.PartitionKey)) || (belongs is not null && !await belongs(row, cancellationToken)))
            {
                continue;
            }

            if (batch.Count > 0 && (batch.Count == MostRows || size + line.Length > MostBytes || batch[0].Entity.PartitionKey != row.PartitionKey))
            {
                await client.SubmitTransactionAsync(batch, cancellationToken);
                (batch, size) = ([], 0);
            }

            batch.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
            (size, rows) = (size + line.Length, rows + 1);
        }

        if (batch.Count > 0)
        {
            await client.SubmitTransactionAsync(batch, cancellationToken);
        }

        return rows;
    }
}
