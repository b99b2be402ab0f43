using System.Net;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Webhooks;

/// <summary>How outgoing webhooks fare, apart from what they are: a call that arrives does not change a tag that somebody holds.</summary>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookStates(StorageRim storage, TimeProvider time)
{
    private const string Partition = "state";
    private const string OffSince = "OffSince";
    private const string AwayAt = "AwayAt";

    private readonly TableClient table = storage.Table(TableNames.Webhooks);

    /// <summary>Every state, by the webhook's name.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Dictionary<string, WebhookState>> AllAsync(CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(Partition, ""), cancellationToken: cancellationToken).ToDictionaryAsync(row => row.RowKey, Read, StringComparer.Ordinal, cancellationToken);

    /// <summary>How a webhook fares.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<WebhookState> FindAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, webhook.Name, cancellationToken: cancellationToken);
        return (found.HasValue ? Read(found.Value!).For(webhook) : null) ?? WebhookState.New;
    }

    /// <summary>Notes that something arrived.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task SucceededAsync(Webhook webhook, CancellationToken cancellationToken) => NoteAsync(
        webhook, row => (row["LastSuccessAt"], row[AwayAt]) = (time.GetUtcNow(), ""), cancellationToken);

    /// <summary>Notes that something did not arrive.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="why">Why.</param>
    /// <param name="status">What its receiver answered; null where it answered nothing. After 410 nothing more is to be sent.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task FailedAsync(Webhook webhook, string why, HttpStatusCode? status, CancellationToken cancellationToken) => NoteAsync(
        webhook,
        row =>
        {
            (row["LastFailureAt"], row["LastFailure"]) = (time.GetUtcNow(), why);
            row[AwayAt] = status is null ? webhook.Place : "";
            if (status == HttpStatusCode.Gone)
            {
                // A call may have been on its way to an address that was changed meanwhile.
                (row[OffSince], row["OffAt"]) = (time.GetUtcNow(), webhook.Place);
            }
        },
        cancellationToken);

    /// <summary>Forgets how a webhook fared.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task ForgetAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        if (webhook.Kind == WebhookKind.Outgoing)
        {
            await table.DeleteEntityAsync(Partition, webhook.Name, ETag.All, cancellationToken);
        }
    }

    private Task<Response> NoteAsync(Webhook webhook, Action<TableEntity> set, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, webhook.Name) { ["Generation"] = webhook.Generation };
        set(row);
        return table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
    }

    private static WebhookState Read(TableEntity row) =>
        new(row.GetDateTimeOffset("LastSuccessAt"), row.GetDateTimeOffset("LastFailureAt"), row.GetString("LastFailure"), row.GetDateTimeOffset(OffSince)) { Generation = row.GetString("Generation"), OffAt = row.GetString("OffAt"), AwayAt = row.GetString(AwayAt) };
}
