using System.Globalization;
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
    private const string Stamp = "yyyyMMddHH";

    private readonly TableClient table = storage.Table(TableNames.Webhooks);

    /// <summary>Forgets what is too old, all of it. A timer does it, so that no sender waits for what others sent.</summary>
    /// <param name="cancellationToken">Cancels the work; the next run goes on.</param>
    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        var (first, last) = (KeyText.SeenCalls, KeyText.SeenCalls + StampOf(time.GetUtcNow().AddHours(-1)));
        return table.RemoveRowsAsync(TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last}"), static _ => true, cancellationToken);
    }

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

    /// <summary>Remembers a message and its answer.</summary>
    internal async Task KeepAsync(SignedCall call, string answer, CancellationToken cancellationToken)
    {
        var row = new TableEntity(PartitionOf(call.Webhook, time.GetUtcNow()), call.Key) { ["Body"] = call.BodyHash() };
        await table.UpsertEntityAsync(LongText.Put(row, answer), TableUpdateMode.Replace, cancellationToken);
    }

    private static string PartitionOf(Webhook webhook, DateTimeOffset at) => $"{KeyText.SeenCalls}{StampOf(at)}.{webhook.Name}.{webhook.Generation}";

    private static string StampOf(DateTimeOffset at) => at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
}

/// <summary>A message that came before.</summary>
/// <param name="Answer">What it was answered.</param>
/// <param name="IsSameBody">Whether it is the same message, or only bears the same id.</param>
internal sealed record SeenCall(string Answer, bool IsSameBody);
