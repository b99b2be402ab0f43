using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Listening.Cells;

/// <summary>Cells at rest, and which of them changed since the last roll-up.</summary>
/// <param name="storage">The account.</param>
/// <param name="cache">What this process holds of them.</param>
public sealed partial class CellTable(StorageRim storage, CellCache cache)
{
    /// <summary>So many pages are read at once: a few megabytes.</summary>
    private const int PagesAtOnce = 50;

    private const int ShardsAtOnce = 8;

    private readonly TableClient table = storage.Table(TableNames.Cells);

    /// <summary>
    /// Reads a cell for going through its records once, without making them all at the same time; one that was never written is empty.
    /// </summary>
    /// <param name="id">Its name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<StoredRecords> ReadRecordsAsync(CellId id, CancellationToken cancellationToken) =>
        await RecordsOfAsync(id, await ReadStateAsync(id, cancellationToken), cancellationToken);

    /// <summary>Reads a cell as it was listed, or newer; where this process holds that very version, storage is not asked.</summary>
    /// <param name="version">The cell as it was listed.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<StoredRecords> ReadRecordsAsync(CellVersion version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        var held = cache.Of(version.Id).State;
        var state = held is not null && held.ETag == version.ETag ? held : await ReadStateAsync(version.Id, cancellationToken);
        return await RecordsOfAsync(version.Id, state, cancellationToken);
    }

    /// <summary>Every cell of a campaign, in the order of time, without its records.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<CellVersion>> ListAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var versions = new List<CellVersion>();
        var most = await ListAsync(campaign, generation, 0, versions, cancellationToken);
        if (most > 1)
        {
            await ForShardsAsync(most, async shard =>
            {
                var more = new List<CellVersion>();
                await ListAsync(campaign, generation, shard, more, cancellationToken);
                lock (versions)
                {
                    versions.AddRange(more);
                }
            });
            versions.Sort(static (one, other) => (one.Id.Hour, one.Id.Shard).CompareTo((other.Id.Hour, other.Id.Shard)));
        }

        return versions;
    }

    /// <summary>A cell's open page, and how many sealed ones it has.</summary>
    internal async Task<CellState> ReadStateAsync(CellId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(CellRows.Partition(id), CellRows.CellPrefix + id.HourText, cancellationToken: cancellationToken);
        return found.HasValue ? CellRows.ReadState(found.Value!) : CellState.None;
    }

    /// <summary>Reads those of a cell's sealed pages that are not held yet.</summary>
    /// <returns>All that the state counts, or newer ones.</returns>
    internal async Task<SealedPages> LoadAsync(CellId id, HeldCell held, CellState state, CancellationToken cancellationToken)
    {
        var (pages, count) = (held.PagesOf(state.Rewritten), state.Sealed);
        if (pages.Count is var first && first >= count)
        {
            return pages;
        }

        var rows = TableClient.CreateQueryFilter(
            $"PartitionKey eq {CellRows.Partition(id)} and RowKey ge {CellRows.Page(id, first)} and RowKey le {CellRows.Page(id, count - 1)}");
        await foreach (var row in table.QueryAsync<TableEntity>(rows, PagesAtOnce, cancellationToken: cancellationToken))
        {
            pages.Add(CellRows.NumberOf(row), CellRows.ReadPage(row));
        }

        if (pages.Count < count)
        {
            throw new CellFormatException($"The hour {id.HourText} of campaign {id.Campaign} lacks sealed page {pages.Count} of {count}.");
        }

        cache.Measure(id);
        return pages;
    }

    /// <summary>Writes a change of a cell as it was read, and marks it dirty, in one transaction.</summary>
    /// <returns>As it is stored now, or null where it was changed meanwhile, perhaps by this very write: reading it again tells.</returns>
    /// <exception cref="CellFullException">It can have no further page.</exception>
    internal async Task<CellState?> WriteAsync(CellId id, CellState before, CellChange change, CancellationToken cancellationToken)
    {
        try
        {
            var written = await table.SubmitTransactionAsync(CellRows.Write(id, before, change), cancellationToken);
            return new CellState(written.Value[0].Headers.ETag, change.Open, before.Sealed + change.Sealed.Count, change.Retractions, before.Shards, before.Rewritten);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Gives an hour its number of shards, unless another writer was quicker; reading tells.</summary>
    internal async Task AddShardsAsync(CellId first, int count, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(CellRows.AddShards(first, count), cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is 409)
        {
            // The number is there, by another writer or by this very request at its first try.
        }
    }

    /// <summary>Asks each shard but the first, some at a time.</summary>
    private static Task ForShardsAsync(int most, Func<int, Task> ask) => Parallel.ForEachAsync(
        Enumerable.Range(1, most - 1), new ParallelOptions { MaxDegreeOfParallelism = ShardsAtOnce }, async (shard, _) => await ask(shard));

    private static CellId IdOf(string campaign, string generation, int shard, TableEntity row, string prefix) => CellId.TryParseHour(row.RowKey[prefix.Length..], out var hour)
        ? new CellId(campaign, generation, hour, shard)
        : throw new CellFormatException($"The row {row.RowKey} of campaign {campaign} is no cell.");

    /// <summary>Lists the cells of one shard; on shard 0, the answer is how many shards an hour of them has at most.</summary>
    private async Task<int> ListAsync(string campaign, string generation, int shard, List<CellVersion> versions, CancellationToken cancellationToken)
    {
        var most = 1;
        var rows = KeyText.RowsOf(CellRows.Partition(campaign, generation, shard), CellRows.CellPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, select: CellRows.VersionProperties, cancellationToken: cancellationToken))
        {
            versions.Add(new CellVersion(IdOf(campaign, generation, shard, row, CellRows.CellPrefix), row.ETag, CellRows.RetractionsOf(row)));
            most = Math.Max(most, CellRows.ShardsOf(row));
        }

        return most;
    }

    private async Task<StoredRecords> RecordsOfAsync(CellId id, CellState state, CancellationToken cancellationToken)
    {
        var held = cache.Of(id);
        var pages = await LoadAsync(id, held, state, cancellationToken);
        return new StoredRecords(new CellRecords([state.Open, .. pages.First(state.Sealed)]), state.ETag, state.Retractions);
    }
}
