using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Publishing;

/// <summary>Holds everything back: one row for the whole engine.</summary>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
public sealed class HoldSwitch(StorageRim storage, TimeProvider time)
{
    /// <summary>Where it stands, which no restore brings back.</summary>
    internal const string Partition = "switch";

    private const string Row = "hold";
    private const string Released = "released";

    private readonly TableClient table = storage.Table(TableNames.Engine);

    /// <summary>Since when everything is held; null where nothing is.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<DateTimeOffset?> SinceAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetDateTimeOffset("Since") : null;
    }

    /// <summary>Since when everything is held, and when that changed last: both null where nothing ever was.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<(DateTimeOffset? Since, DateTimeOffset? ChangedAt)> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        return (rows.FirstOrDefault(row => row.RowKey == Row)?.GetDateTimeOffset("Since"), rows.Max(row => row.Timestamp));
    }

    /// <summary>Holds everything from now on, or goes on holding it.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Since when.</returns>
    public async Task<DateTimeOffset> HoldAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await SinceAsync(cancellationToken) is { } since)
            {
                return since;
            }

            try
            {
                var now = time.GetUtcNow();
                await table.AddEntityAsync(new TableEntity(Partition, Row) { ["Since"] = now }, cancellationToken);
                return now;
            }
            catch (RequestFailedException fault) when (fault.Status == 409)
            {
                // Somebody held it meanwhile, or this call did and its first answer was lost.
            }
        }
    }

    /// <summary>Lets everything go out again. When it did stays known: what was shown as held is shown otherwise since.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, new TableEntity(Partition, Row), ETag.All),
                    new(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, Released)),
                ],
                cancellationToken);
        }
        catch (TableTransactionFailedException fault) when (fault.Status == 404)
        {
            // Nothing is held.
        }
    }
}
