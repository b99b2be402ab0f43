using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Webhooks;

/// <summary>
/// Remembers which messages incoming webhooks brought, and what they were answered, for one to two hours: far longer than a recorded message can be sent
/// again. By the hour, so that what is forgotten goes together.
/// </summary>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
public sealed class SeenCalls(StorageRim storage, TimeProvider time)
{
    private const string Prefix = "seen.";
    private const string Stamp = "yyyyMMddHH";
    private const int MostForgotten = 2000;

    private readonly TableClient table = storage.Table(TableNames.Webhooks);
    private string swept = "";

    /// <summary>What a message was answered before; null where it was not seen.</summary>
    internal async Task<SeenCall?> FindAsync(SignedCall call, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var hour in new[] { now, now.AddHours(-1) })
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(call.Webhook, hour), call.Key, cancellationToken: cancellationToken);
            if (found.HasValue)
            {
                return new SeenCall(LongText.Read(found.Value!), found.Value!.GetBinary("Body").AsSpan().SequenceEqual(call.BodyHash()));
            }
        }

        return null;
    }

    /// <summary>Remembers a message and its answer, and forgets what is too old.</summary>
    internal async Task KeepAsync(SignedCall call, string answer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = new TableEntity(PartitionOf(call.Webhook, now), call.Key) { ["Body"] = call.BodyHash() };
        await table.UpsertEntityAsync(LongText.Put(row, answer), TableUpdateMode.Replace, cancellationToken);
        var hour = now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        if (swept != hour)
        {
            await ForgetAsync(now, cancellationToken);
            swept = hour;
        }
    }

    private static string PartitionOf(Webhook webhook, DateTimeOffset at) => $"{Prefix}{at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}.{webhook.Name}.{webhook.Generation}";

    private async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (first, last) = (Prefix, $"{Prefix}{now.AddHours(-1).UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}");
        var old = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
            .Take(MostForgotten).ToListAsync(cancellationToken);
        foreach (var partition in old.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var chunk in partition.Chunk(100))
            {
                await ForgetAsync(chunk, cancellationToken);
            }
        }
    }

    private async Task ForgetAsync(TableEntity[] rows, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Another instance forgets the same hour.
        }
    }
}

/// <summary>A message that came before.</summary>
/// <param name="Answer">What it was answered.</param>
/// <param name="IsSameBody">Whether it is the same message, or only bears the same id.</param>
internal sealed record SeenCall(string Answer, bool IsSameBody);
