using System.IO.Compression;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Operations.Backups;

/// <summary>Copies a table to blobs, a few megabytes at a time, in the order of its keys.</summary>
/// <param name="storage">The account.</param>
/// <param name="blobs">Where copies go.</param>
public sealed class TableCopier(StorageRim storage, BackupBlobs blobs)
{
    private const int FewestRows = 5;
    private const int MostRows = 1000;
    private const int BytesAtOnce = 1024 * 1024;

    /// <summary>How much of a table is held in memory at a time, as compressed.</summary>
    internal int ChunkSize { get; init; } = 4 * 1024 * 1024;

    /// <summary>Copies a table's next chunk.</summary>
    /// <param name="backup">The backup that it belongs to.</param>
    /// <param name="table">How far it is.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>How far it is then.</returns>
    public async Task<BackupTable> NextAsync(string backup, BackupTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var chunk = new MemoryStream();
        var (count, isWhole, last) = (0L, true, (TableEntity?)null);
        await using (var packed = new GZipStream(chunk, CompressionLevel.Fastest, leaveOpen: true))
        {
            await foreach (var row in RowsAsync(table, cancellationToken))
            {
                EntityLine.Write(packed, row);
                (count, last) = (count + 1, row);
                if (chunk.Length >= ChunkSize)
                {
                    isWhole = false;
                    break;
                }
            }
        }

        if (last is null)
        {
            return table with { IsWhole = true };
        }

        // A name that nobody else writes: a run that was taken for dead must not change what another has noted.
        var name = $"{backup}/{table.Name}/{table.Chunks.Count:0000}-{Guid.NewGuid():N}.ndjson.gz";
        await blobs.WriteAsync(name, BinaryData.FromBytes(chunk.GetBuffer().AsMemory(0, (int)chunk.Length)), null, cancellationToken);
        return table with { Rows = table.Rows + count, Chunks = [.. table.Chunks, name], IsWhole = isWhole, Partition = last.PartitionKey, Row = last.RowKey };
    }

    /// <summary>
    /// The rows behind the last one, without those that mean nothing by the time of a restore. Two ranges: the service scans a whole table for an "or".
    /// A page has as many as the heaviest of the page before lets expect to be light together: the service would give a thousand, each of up to a megabyte.
    /// </summary>
    private async IAsyncEnumerable<TableEntity> RowsAsync(BackupTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (partition, row) = (table.Partition, table.Row);
        string?[] ranges = partition is null ? [null] :
        [
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {row}"),
            TableClient.CreateQueryFilter($"PartitionKey gt {partition}"),
        ];
        var rows = FewestRows;
        foreach (var range in ranges)
        {
            var query = storage.Table(table.Name).QueryAsync<TableEntity>(range, cancellationToken: cancellationToken);
            string? next = null;
            do
            {
                var page = await query.AsPages(next, rows).FirstAsync(cancellationToken);
                foreach (var entity in page.Values.Where(entity => table.Name != TableNames.Webhooks || !entity.PartitionKey.StartsWith(KeyText.SeenCalls, StringComparison.Ordinal)))
                {
                    yield return entity;
                }

                // The service may answer with an empty page on its way: that says nothing of those behind it.
                rows = page.Values.Count > 0 ? Math.Clamp(BytesAtOnce / page.Values.Max(BytesOf), FewestRows, MostRows) : rows;
                next = page.ContinuationToken;
            }
            while (next is not null);
        }
    }

    private static int BytesOf(TableEntity row) => row.Sum(static property => property.Value switch { byte[] bytes => bytes.Length, string text => text.Length, _ => sizeof(long) });
}
