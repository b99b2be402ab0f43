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
    private const int MostTries = 5;

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

    /// <summary>Holds everything from now on, or goes on holding it. What is held already is written anew: who began it does not end it alone any more.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Since when; and the tag of a hold that this call began, null where everything was held before.</returns>
    public async Task<(DateTimeOffset Since, ETag? Own)> HoldAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
            var since = found.HasValue ? found.Value!.GetDateTimeOffset("Since") ?? time.GetUtcNow() : time.GetUtcNow();
            var row = new TableEntity(Partition, Row) { ["Since"] = since };
            try
            {
                if (found.HasValue)
                {
                    await table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
                    return (since, null);
                }

                return (since, (await table.AddEntityAsync(row, cancellationToken)).Headers.ETag);
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412 && attempt < MostTries)
            {
                // Somebody held or let go meanwhile. A table that is not there says the same, and goes on saying it.
            }
        }
    }

    /// <summary>Lets everything go out again. When it did stays known: what was shown as held is shown otherwise since.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task ReleaseAsync(CancellationToken cancellationToken) => ReleaseAsync(ETag.All, cancellationToken);

    /// <summary>Ends a hold that the caller began, unless somebody else has held everything since or let it go.</summary>
    /// <param name="own">The tag that it got.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task ReleaseAsync(ETag own, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, new TableEntity(Partition, Row), own),
                    new(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, Released)),
                ],
                cancellationToken);
        }
        catch (TableTransactionFailedException fault) when (fault.Status is 404 or 412)
        {
            // Nothing is held, or somebody else holds.
        }
    }
}
