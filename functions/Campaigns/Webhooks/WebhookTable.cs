using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Webhooks;

/// <summary>Webhooks at rest.</summary>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookTable(StorageRim storage, TimeProvider time)
{
    /// <summary>For how long an instance goes by the webhooks that it read before.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    private readonly TableClient table = storage.Table(TableNames.Webhooks);
    private readonly ConcurrentDictionary<WebhookKind, Copy> copies = new();
    private int changes;

    /// <summary>All outgoing webhooks, at most <see cref="Freshness"/> old: to look whether anybody wants to know of an event must cost it next to nothing.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyCollection<Webhook>> OutgoingAsync(CancellationToken cancellationToken) => (await KnownAsync(WebhookKind.Outgoing, cancellationToken)).Values;

    /// <summary>An incoming webhook as it was at most <see cref="Freshness"/> ago, or null: whoever asks for it may be a stranger, who is not to make the engine read.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Webhook?> IncomingAsync(string name, CancellationToken cancellationToken) => (await KnownAsync(WebhookKind.Incoming, cancellationToken)).GetValueOrDefault(name);

    /// <summary>Lists webhooks by name.</summary>
    /// <param name="kind">Which way they go.</param>
    /// <param name="after">Only those behind this name, or null.</param>
    /// <param name="most">The greatest number.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<Webhook>> ListAsync(WebhookKind kind, string? after, int most, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(Webhook.WayOf(kind), "", after), cancellationToken: cancellationToken)
            .Take(most).Select(row => FromRow(kind, row)).ToListAsync(cancellationToken);

    /// <summary>A webhook, or null.</summary>
    /// <param name="kind">Which way it goes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Webhook?> FindAsync(WebhookKind kind, string name, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Webhook.WayOf(kind), name, cancellationToken: cancellationToken);
        return found.HasValue ? FromRow(kind, found.Value!) : null;
    }

    /// <summary>Writes a webhook; null where another change came first.</summary>
    /// <param name="webhook">The webhook, with the tag of the row that it replaces; without one it is new.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<ETag?> PutAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        try
        {
            var written = webhook.ETag != default
                ? await table.UpdateEntityAsync(ToRow(webhook), webhook.ETag, TableUpdateMode.Replace, cancellationToken)
                : await table.AddEntityAsync(ToRow(webhook), cancellationToken);
            return written.Headers.ETag;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412 or 404)
        {
            // A write whose first answer was lost meets itself when it is repeated.
            return await FindAsync(webhook.Kind, webhook.Name, cancellationToken) is { } now && IsSame(ToRow(now), ToRow(webhook)) ? now.ETag : null;
        }
        finally
        {
            Interlocked.Increment(ref changes);
        }
    }

    /// <summary>Removes a webhook.</summary>
    /// <param name="kind">Which way it goes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task DeleteAsync(WebhookKind kind, string name, CancellationToken cancellationToken)
    {
        await table.DeleteEntityAsync(Webhook.WayOf(kind), name, ETag.All, cancellationToken);
        Interlocked.Increment(ref changes);
    }

    /// <summary>A copy that was begun before a change here is not gone by after it.</summary>
    private async Task<Dictionary<string, Webhook>> KnownAsync(WebhookKind kind, CancellationToken cancellationToken)
    {
        var (now, change) = (time.GetUtcNow(), Volatile.Read(ref changes));
        if (copies.TryGetValue(kind, out var known) && known.Change == change && now - known.ReadAt < Freshness)
        {
            return known.Webhooks;
        }

        var found = (await ListAsync(kind, null, int.MaxValue, cancellationToken)).ToDictionary(static webhook => webhook.Name, StringComparer.Ordinal);
        copies[kind] = new Copy(found, now, change);
        return found;
    }

    private static TableEntity ToRow(Webhook webhook)
    {
        var row = new TableEntity(Webhook.WayOf(webhook.Kind), webhook.Name)
        {
            ["Generation"] = webhook.Generation,
            ["Campaigns"] = JsonSerializer.Serialize(webhook.Campaigns),
            ["Events"] = JsonSerializer.Serialize(webhook.Events),
            ["Secret"] = webhook.Secret,
        };
        if (webhook.FormerSecrets.Count > 0)
        {
            row["FormerSecrets"] = JsonSerializer.Serialize(webhook.FormerSecrets);
        }

        if (webhook.Address is not null)
        {
            (row["Receiver"], row["Address"]) = (webhook.Address.Shown, webhook.Address.Wrapped);
        }

        return row;
    }

    /// <summary>Wrapped anew, the same secret is other bytes: no two writers write the same new one.</summary>
    private static bool IsSame(TableEntity one, TableEntity other) =>
        one.Keys.SequenceEqual(other.Keys, StringComparer.Ordinal)
        && one.Keys.All(key => one[key] is byte[] bytes ? bytes.AsSpan().SequenceEqual((byte[])other[key]) : Equals(one[key], other[key]));

    private static Webhook FromRow(WebhookKind kind, TableEntity row) => new(kind, row.RowKey, row.GetString("Generation"), JsonSerializer.Deserialize<string[]>(row.GetString("Campaigns"))!)
    {
        Events = JsonSerializer.Deserialize<string[]>(row.GetString("Events"))!,
        Secret = row.GetBinary("Secret"),
        FormerSecrets = row.GetString("FormerSecrets") is { } former ? JsonSerializer.Deserialize<FormerSecret[]>(former)! : [],
        Address = row.GetString("Receiver") is { } shown ? new WebhookAddress(shown, row.GetBinary("Address")) : null,
        ETag = row.ETag,
    };

    private sealed record Copy(Dictionary<string, Webhook> Webhooks, DateTimeOffset ReadAt, int Change);
}
