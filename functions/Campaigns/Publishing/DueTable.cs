using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Publishing;

/// <summary>
/// What is due when, by UTC hour: whoever looks reads what is due and nothing else. A row is written before the ledger says what it says and is
/// checked against the ledger when its time comes, so that it may be left over but is never missing.
/// </summary>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
public sealed class DueTable(StorageRim storage, TimeProvider time)
{
    private readonly TableClient table = storage.Table(TableNames.Due);

    /// <summary>Writes when deliveries are due.</summary>
    /// <param name="ledger">The campaign's ledger.</param>
    /// <param name="deliveries">The deliveries, with the time that the ledger will show.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public Task AddAsync(Ledger ledger, IEnumerable<Delivery> deliveries, CancellationToken cancellationToken) => Task.WhenAll(deliveries.Select(delivery =>
    {
        var due = new Due(ledger, delivery.Id, delivery.DueAt, time.GetUtcNow(), default);
        return table.UpsertEntityAsync(
            new TableEntity(Hour(due.DueAt), KeyOf(due))
            {
                ["Campaign"] = ledger.Campaign,
                ["Generation"] = ledger.Generation,
                ["Delivery"] = due.Delivery,
                ["DueAt"] = due.DueAt,
                ["WrittenAt"] = due.WrittenAt,
            }.With("TraceParent", EngineTrace.Current),
            TableUpdateMode.Replace,
            cancellationToken);
    }));

    /// <summary>Removes a row that was read; one that was written again meanwhile stays, since it says something new.</summary>
    /// <param name="due">The row.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    public async Task RemoveAsync(Due due, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(Hour(due.DueAt), KeyOf(due), due.ETag, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            // Gone already, or written again.
        }
    }

    /// <summary>Everything that is due, the oldest first.</summary>
    /// <param name="now">The time to which it is asked.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async IAsyncEnumerable<Due> UntilAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Two ranges: the service scans a whole table for an "or". '}' is above '|', which stands behind the time.
        var (hour, until) = (Hour(now), Minute(now) + "}");
        string[] ranges =
        [
            TableClient.CreateQueryFilter($"PartitionKey lt {hour}"),
            TableClient.CreateQueryFilter($"PartitionKey eq {hour} and RowKey lt {until}"),
        ];
        foreach (var range in ranges)
        {
            await foreach (var row in table.QueryAsync<TableEntity>(range, cancellationToken: cancellationToken))
            {
                yield return new Due(
                    new Ledger(row.GetString("Campaign"), row.GetString("Generation")),
                    row.GetString("Delivery"),
                    row.GetDateTimeOffset("DueAt")!.Value,
                    row.GetDateTimeOffset("WrittenAt")!.Value,
                    row.ETag)
                {
                    TraceParent = row.GetString("TraceParent"),
                };
            }
        }
    }

    private static string KeyOf(Due due) => $"{Minute(due.DueAt)}|{due.Ledger.Campaign}|{due.Ledger.Generation}|{due.Delivery}";

    private static string Hour(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("mmss", CultureInfo.InvariantCulture);
}
