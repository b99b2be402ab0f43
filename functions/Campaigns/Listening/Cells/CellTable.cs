using System.Runtime.CompilerServices;
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

    private readonly TableClient table = storage.Table(TableNames.Cells);

    /// <summary>Reads a cell; one that was never written is empty.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<StoredCell> ReadAsync(CellId id, CancellationToken cancellationToken)
    {
        var stored = await ReadRecordsAsync(id, cancellationToken);
        return new StoredCell(stored.Records.ToCell(), stored.ETag, stored.Retractions);
    }

    /// <summary>Reads a cell for going through its records once, without making them all at the same time.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<StoredRecords> ReadRecordsAsync(CellId id, CancellationToken cancellationToken) =>
        await RecordsOfAsync(id, await ReadStateAsync(id, cancellationToken), cancellationToken);

    /// <summary>Reads a cell as it was listed, or newer; where this process holds that very version, storage is not asked.</summary>
    /// <param name="version">The cell as <see cref="ListAsync"/> told of it.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<StoredRecords> ReadRecordsAsync(CellVersion version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        var held = cache.Of(version.Id).State;
        var state = held is not null && held.ETag == version.ETag ? held : await ReadStateAsync(version.Id, cancellationToken);
        return await RecordsOfAsync(version.Id, state, cancellationToken);
    }

    /// <summary>Every cell of a campaign, in the order of time.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async IAsyncEnumerable<(CellId Id, Cell Cell)> ReadAllAsync(
        string campaign, string generation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var version in await ListAsync(campaign, generation, cancellationToken))
        {
            yield return (version.Id, (await ReadRecordsAsync(version, cancellationToken)).Records.ToCell());
        }
    }

    /// <summary>Every cell of a campaign, in the order of time, without its records.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<CellVersion>> ListAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var versions = new List<CellVersion>();
        var rows = KeyText.RowsOf(CellRows.Partition(campaign, generation), CellRows.CellPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, select: CellRows.VersionProperties, cancellationToken: cancellationToken))
        {
            versions.Add(new CellVersion(IdOf(campaign, generation, row, CellRows.CellPrefix), row.ETag, CellRows.RetractionsOf(row)));
        }

        return versions;
    }

    /// <summary>A cell's open page, and how many sealed ones it has.</summary>
    internal async Task<CellState> ReadStateAsync(CellId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(CellRows.Partition(id), CellRows.CellPrefix + id.HourText, cancellationToken: cancellationToken);
        return found.HasValue ? CellRows.ReadState(found.Value!) : CellState.None;
    }

    /// <summary>Reads those of a cell's first sealed pages that are not held yet.</summary>
    internal async Task LoadAsync(CellId id, HeldCell held, int count, CancellationToken cancellationToken)
    {
        if (held.Pages.Count is var first && first >= count)
        {
            return;
        }

        var rows = TableClient.CreateQueryFilter(
            $"PartitionKey eq {CellRows.Partition(id)} and RowKey ge {CellRows.Page(id, first)} and RowKey le {CellRows.Page(id, count - 1)}");
        await foreach (var row in table.QueryAsync<TableEntity>(rows, PagesAtOnce, cancellationToken: cancellationToken))
        {
            held.Pages.Add(CellRows.NumberOf(row), CellRows.ReadPage(row));
        }

        if (held.Pages.Count < count)
        {
            throw new CellFormatException($"The hour {id.HourText} of campaign {id.Campaign} lacks sealed page {held.Pages.Count} of {count}.");
        }

        cache.Measure(id);
    }

    /// <summary>Writes a change of a cell as it was read, and marks it dirty, in one transaction.</summary>
    /// <returns>As it is stored now, or null where it was changed meanwhile, perhaps by this very write: reading it again tells.</returns>
    /// <exception cref="CellFullException">It can have no further page.</exception>
    internal async Task<CellState?> WriteAsync(CellId id, CellState before, CellChange change, CancellationToken cancellationToken)
    {
        try
        {
            var written = await table.SubmitTransactionAsync(CellRows.Write(id, before, change), cancellationToken);
            return new CellState(written.Value[0].Headers.ETag, change.Open, before.Sealed + change.Sealed.Count, change.Retractions);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private static CellId IdOf(string campaign, string generation, TableEntity row, string prefix) => CellId.TryParseHour(row.RowKey[prefix.Length..], out var hour)
        ? new CellId(campaign, generation, hour)
        : throw new CellFormatException($"The row {row.RowKey} of campaign {campaign} is no cell.");

    private async Task<StoredRecords> RecordsOfAsync(CellId id, CellState state, CancellationToken cancellationToken)
    {
        var held = cache.Of(id);
        await LoadAsync(id, held, state.Sealed, cancellationToken);
        return new StoredRecords(new CellRecords([state.Open, .. held.Pages.First(state.Sealed)]), state.ETag, state.Retractions);
    }
}
