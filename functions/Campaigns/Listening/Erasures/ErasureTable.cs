using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Listening.Erasures;

/// <summary>Erasures at rest: their receipts, and what is left to do of those that are under way.</summary>
/// <param name="storage">The account.</param>
public sealed class ErasureTable(StorageRim storage)
{
    private const int MostInTransaction = 100;

    private readonly TableClient table = storage.Table(TableNames.Erasures);

    /// <summary>Writes an erasure down: what it has to do first, so that a receipt that says it is accepted has all of it.</summary>
    /// <param name="receipt">The receipt, asked for.</param>
    /// <param name="parts">What it has to do.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    /// <returns>False where that took so long that the sweep has taken it for one of which nobody was told.</returns>
    public async Task<bool> AddAsync(ErasureReceipt receipt, IReadOnlyList<ErasurePart> parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var asked = await table.UpsertEntityAsync(ErasureRows.ToRow(receipt with { State = ErasureState.Asked }), TableUpdateMode.Replace, cancellationToken);
        foreach (var chunk in parts.Chunk(MostInTransaction))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(part => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ErasureRows.ToRow(receipt.Id, part))), cancellationToken);
        }

        return await UpdateAsync(receipt with { ETag = asked.Headers.ETag!.Value }, cancellationToken)
            // The write went through, and only its first answer was lost.
            || await FindAsync(receipt.Id, cancellationToken) is { State: not ErasureState.Asked };
    }

    /// <summary>Finds an erasure.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<ErasureReceipt?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(ErasureRows.Receipts, id, cancellationToken: cancellationToken);
        return found.HasValue ? ErasureRows.ToReceipt(found.Value!) : null;
    }

    /// <summary>The erasures that are not done.</summary>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public IAsyncEnumerable<ErasureReceipt> OpenAsync(CancellationToken cancellationToken) => table.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey eq {ErasureRows.Receipts} and State ne {ErasureState.Done}"), cancellationToken: cancellationToken)
        .Select(ErasureRows.ToReceipt);

    /// <summary>What an erasure has to do, campaign by campaign.</summary>
    /// <param name="id">The erasure.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<ErasurePart>> PartsAsync(string id, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(ErasureRows.Partition(id), ""), cancellationToken: cancellationToken)
            .Select(ErasureRows.ToPart).ToListAsync(cancellationToken);

    /// <summary>Replaces a receipt as it was read.</summary>
    /// <param name="receipt">The receipt, with the tag that it was read with.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>False where it changed meanwhile, perhaps by this very write: reading tells.</returns>
    public async Task<bool> UpdateAsync(ErasureReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return await UpdateAsync(ErasureRows.ToRow(receipt), receipt.ETag, cancellationToken) is not null;
    }

    /// <summary>Replaces what is left to do in a campaign as it was read.</summary>
    /// <param name="id">The erasure.</param>
    /// <param name="part">It, with the tag that it was read with.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>It with its new tag; null where it changed meanwhile, perhaps by this very write: reading tells.</returns>
    public async Task<ErasurePart?> UpdateAsync(string id, ErasurePart part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        return await UpdateAsync(ErasureRows.ToRow(id, part), part.ETag, cancellationToken) is { } tag ? part with { ETag = tag } : null;
    }

    /// <summary>Removes what there was to do in a campaign: nothing names the person there any more.</summary>
    /// <param name="id">The erasure.</param>
    /// <param name="part">It.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task RemoveAsync(string id, ErasurePart part, CancellationToken cancellationToken)
    {
        var row = ErasureRows.ToRow(id, part);
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    /// <summary>Removes an erasure of which nobody was ever told.</summary>
    /// <param name="id">The erasure.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public async Task ForgetAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var part in await PartsAsync(id, cancellationToken))
        {
            await RemoveAsync(id, part, cancellationToken);
        }

        await table.DeleteEntityAsync(ErasureRows.Receipts, id, ETag.All, cancellationToken);
    }

    private async Task<ETag?> UpdateAsync(TableEntity row, ETag tag, CancellationToken cancellationToken)
    {
        try
        {
            return (await table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken)).Headers.ETag;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            return null;
        }
    }
}
