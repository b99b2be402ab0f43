using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Http;

/// <summary>Access keys at rest, and a short-lived copy of them: a revoked key is refused within <see cref="Freshness"/>.</summary>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
public sealed class AccessKeyTable(StorageRim storage, TimeProvider time)
{
    /// <summary>How long the copy is believed.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    private const string Partition = "key";

    private readonly TableClient table = storage.Table(TableNames.AccessKeys);
    private Copy? copy;
    private int changes;

    /// <summary>All keys, at most <see cref="Freshness"/> old.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<AccessKey>> AllAsync(CancellationToken cancellationToken)
    {
        var (now, known) = (time.GetUtcNow(), Volatile.Read(ref changes));
        if (copy is { } fresh && fresh.Changes == known && now - fresh.ReadAt < Freshness)
        {
            return fresh.Keys;
        }

        var keys = await table.QueryAsync<TableEntity>(KeyText.RowsOf(Partition, ""), cancellationToken: cancellationToken)
            .Select(FromRow).ToListAsync(cancellationToken);
        // Where a key was changed while they were read, this may be from before, and nobody believes it.
        copy = new Copy(keys, now, known);
        return keys;
    }

    /// <summary>A page of keys by name as they are now, each with the tag of its row.</summary>
    /// <param name="after">Only those behind this name, or null.</param>
    /// <param name="most">The greatest number.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<(AccessKey Key, ETag Tag)>> ListAsync(string? after, int most, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(Partition, "", after), cancellationToken: cancellationToken)
            .Take(most).Select(row => (FromRow(row), row.ETag)).ToListAsync(cancellationToken);

    /// <summary>The tag of a key's row, or null where there is no key of that name.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<ETag?> TagAsync(string name, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, name, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.ETag : null;
    }

    /// <summary>Writes a key; false where another change came first.</summary>
    /// <param name="key">The key.</param>
    /// <param name="before">The tag of the row that it replaces, or null for a new one.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<ETag?> PutAsync(AccessKey key, ETag? before, CancellationToken cancellationToken)
    {
        try
        {
            var written = before is { } tag
                ? await table.UpdateEntityAsync(ToRow(key), tag, TableUpdateMode.Replace, cancellationToken)
                : await table.AddEntityAsync(ToRow(key), cancellationToken);
            return written.Headers.ETag;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412 or 404)
        {
            return null;
        }
        finally
        {
            Interlocked.Increment(ref changes);
        }
    }

    /// <summary>Removes a key.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        await table.DeleteEntityAsync(Partition, name, ETag.All, cancellationToken);
        Interlocked.Increment(ref changes);
    }

    private static TableEntity ToRow(AccessKey key) => new(Partition, key.Name)
    {
        ["Hash"] = key.Hash,
        ["Roles"] = string.Join(',', key.Roles),
        ["Campaigns"] = JsonSerializer.Serialize(key.Campaigns),
        ["Expires"] = key.Expires,
    };

    private static AccessKey FromRow(TableEntity row) => new(
        row.RowKey,
        row.GetBinary("Hash"),
        [.. row.GetString("Roles").Split(',').Select(Enum.Parse<Role>)],
        JsonSerializer.Deserialize<string[]>(row.GetString("Campaigns"))!,
        row.GetDateTimeOffset("Expires"));

    private sealed record Copy(IReadOnlyList<AccessKey> Keys, DateTimeOffset ReadAt, int Changes);
}
