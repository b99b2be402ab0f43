using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Webhooks;

/// <summary>
/// Tells outgoing webhooks that messages of a queue were given up: once an hour for each queue. What is told stands in storage before it is told, so that a
/// run which follows one that broke off tells the very same.
/// </summary>
/// <param name="announcer">Where it is told.</param>
/// <param name="storage">The account.</param>
/// <param name="options">Which queue is the webhooks' own.</param>
/// <param name="time">The clock.</param>
public sealed class GivenUpNews(Announcer announcer, StorageRim storage, IOptions<WebhookOptions> options, TimeProvider time)
{
    private const string Partition = "givenUp";

    private readonly TableClient table = storage.Table(TableNames.Webhooks);

    /// <summary>Tells it, unless that was done this hour; of the webhooks' own queue nothing, for what tells of it would be given up too.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="waiting">How many messages wait.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task TellAsync(string queue, int waiting, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        if (queue == options.Value.Queue || await NoteAsync(queue, hour, waiting, cancellationToken) is not { } note)
        {
            return;
        }

        var told = await announcer.TellAsync(
            new Announcement(
                WebhookEvents.PoisonWaiting, null, string.Create(CultureInfo.InvariantCulture, $"{queue}|{hour:yyyyMMddHH}"), hour,
                new Dictionary<string, string?> { ["queue"] = queue, ["waiting"] = note.GetInt32("Waiting")!.Value.ToString(CultureInfo.InvariantCulture) }),
            cancellationToken);
        if (told > 0)
        {
            note["IsTold"] = true;
            await table.UpsertEntityAsync(note, TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <summary>What is to be told this hour, as it was first noted; null where it is told, or somebody else is at it.</summary>
    private async Task<TableEntity?> NoteAsync(string queue, DateTimeOffset hour, int waiting, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, queue, cancellationToken: cancellationToken);
        if (found.HasValue && found.Value!.GetDateTimeOffset("Hour") == hour)
        {
            return found.Value.GetBoolean("IsTold") == true ? null : found.Value;
        }

        var note = new TableEntity(Partition, queue) { ["Hour"] = hour, ["Waiting"] = waiting };
        try
        {
            await (found.HasValue ? table.UpdateEntityAsync(note, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken) : table.AddEntityAsync(note, cancellationToken));
            return note;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return null;
        }
    }
}
