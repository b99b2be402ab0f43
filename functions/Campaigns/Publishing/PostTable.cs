using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Publishing;

/// <summary>The publication ledger at rest. A campaign's posts and deliveries share a partition: a post and its deliveries change together or not at all.</summary>
/// <param name="storage">The account.</param>
public sealed class PostTable(StorageRim storage)
{
    /// <summary>The row that is written anew with each post that is removed.</summary>
    private const string RemovedRow = "removed";

    private readonly TableClient table = storage.Table(TableNames.Posts);

    /// <summary>Finds a post.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="id">The post.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Post?> FindAsync(Ledger ledger, PostId id, CancellationToken cancellationToken) =>
        await RowAsync(ledger, PostRow.Key(id), cancellationToken) is { } row ? PostRow.Read(row) : null;

    /// <summary>Finds a delivery.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="id">The delivery.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Delivery?> FindDeliveryAsync(Ledger ledger, string id, CancellationToken cancellationToken) =>
        KeyText.IsKey(id) && await RowAsync(ledger, DeliveryRow.Key(id), cancellationToken) is { } row ? DeliveryRow.Read(row) : null;

    /// <summary>Posts in the order of their ids.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="after">Only those behind this id, or null.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public IAsyncEnumerable<Post> ListAsync(Ledger ledger, string? after, CancellationToken cancellationToken) =>
        RowsAsync(ledger, PostRow.Prefix, after, cancellationToken).Select(PostRow.Read);

    /// <summary>Deliveries in the order of their ids.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="after">Only those behind this id, or null.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public IAsyncEnumerable<Delivery> ListDeliveriesAsync(Ledger ledger, string? after, CancellationToken cancellationToken) =>
        RowsAsync(ledger, DeliveryRow.Prefix, after, cancellationToken).Select(DeliveryRow.Read);

    /// <summary>The deliveries of one post.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="post">The post.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<Delivery>> DeliveriesOfAsync(Ledger ledger, PostId post, CancellationToken cancellationToken) =>
        await RowsAsync(ledger, DeliveryRow.Key($"{post}."), null, cancellationToken).Select(DeliveryRow.Read).ToListAsync(cancellationToken);

    /// <summary>For when a campaign's deliveries were planned; of each that moment alone is read.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlySet<DateTimeOffset>> PlannedAtAsync(Ledger ledger, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(ledger.Partition, DeliveryRow.Prefix, null), select: ["RowKey", "PlannedAt"], cancellationToken: cancellationToken)
            .Select(row => row.GetDateTimeOffset("PlannedAt")!.Value).ToHashSetAsync(cancellationToken: cancellationToken);

    /// <summary>When anything of each post changed last, itself or where it goes, and without a post's id when one was removed last.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ChangedAtAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        var changed = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var rows = TableClient.CreateQueryFilter($"PartitionKey eq {ledger.Partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(rows, select: ["RowKey", "Timestamp"], cancellationToken: cancellationToken))
        {
            var post = row.RowKey.Split('.') is [_, var id, ..] ? id : "";
            changed[post] = changed.TryGetValue(post, out var known) && known > row.Timestamp ? known : row.Timestamp!.Value;
        }

        return changed;
    }

    /// <summary>Writes one delivery where it is still as it was read.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="delivery">The delivery with the tag of its last read.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>It with its new tag, or null where it was changed or removed meanwhile.</returns>
    public async Task<Delivery?> UpdateAsync(Ledger ledger, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            var written = await table.UpdateEntityAsync(DeliveryRow.Write(ledger, delivery), delivery.ETag, TableUpdateMode.Replace, cancellationToken);
            return delivery with { ETag = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException fault) when (fault.Status is 412 or 404)
        {
            return null;
        }
    }

    /// <summary>Writes a post and changes to its deliveries, all or none of it, where everything is still as it was read.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="post">The post; without a tag it is new.</param>
    /// <param name="write">Deliveries to write; one without a tag is new.</param>
    /// <param name="remove">Deliveries to remove.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The post with its new tag, or null where something was changed meanwhile.</returns>
    public async Task<Post?> WriteAsync(
        Ledger ledger, Post post, IEnumerable<Delivery> write, IEnumerable<Delivery> remove, CancellationToken cancellationToken) =>
        await SubmitAsync(
            [
                Action(PostRow.Write(ledger, post), post.ETag),
                .. write.Select(delivery => Action(DeliveryRow.Write(ledger, delivery), delivery.ETag)),
                .. remove.Select(delivery => Removal(DeliveryRow.Write(ledger, delivery), delivery.ETag)),
            ],
            cancellationToken) is [var tag, ..] ? post with { ETag = tag } : null;

    /// <summary>Removes a post and its deliveries, where everything is still as it was read.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="post">The post.</param>
    /// <param name="deliveries">All its deliveries.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Whether it was removed.</returns>
    public async Task<bool> RemoveAsync(Ledger ledger, Post post, IEnumerable<Delivery> deliveries, CancellationToken cancellationToken) =>
        await SubmitAsync(
            [
                Removal(PostRow.Write(ledger, post), post.ETag),
                .. deliveries.Select(delivery => Removal(DeliveryRow.Write(ledger, delivery), delivery.ETag)),
                new(TableTransactionActionType.UpsertReplace, new TableEntity(ledger.Partition, RemovedRow)),
            ],
            cancellationToken) is not null;

    private static TableTransactionAction Action(TableEntity row, ETag tag) =>
        tag == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, tag);

    private static TableTransactionAction Removal(TableEntity row, ETag tag) => new(TableTransactionActionType.Delete, row, tag);

    private async Task<IReadOnlyList<ETag>?> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            var written = await table.SubmitTransactionAsync(actions, cancellationToken);
            return [.. written.Value.Select(part => part.Headers.ETag ?? default)];
        }
        catch (TableTransactionFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private async Task<TableEntity?> RowAsync(Ledger ledger, string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(ledger.Partition, key, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private AsyncPageable<TableEntity> RowsAsync(Ledger ledger, string prefix, string? after, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(KeyText.RowsOf(ledger.Partition, prefix, after is null ? null : prefix + after), cancellationToken: cancellationToken);
}
