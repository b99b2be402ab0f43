using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Publishing;

/// <summary>Holds everything back: one row for the whole engine.</summary>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
public sealed class HoldSwitch(StorageRim storage, TimeProvider time)
{
    private const string Partition = "switch";
    private const string Row = "hold";

    private readonly TableClient table = storage.Table(TableNames.Engine);

    /// <summary>Since when everything is held; null where nothing is.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<DateTimeOffset?> SinceAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetDateTimeOffset("Since") : null;
    }

    /// <summary>Holds everything from now on, or goes on holding it.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Since when.</returns>
    public async Task<DateTimeOffset> HoldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            await table.AddEntityAsync(new TableEntity(Partition, Row) { ["Since"] = now }, cancellationToken);
            return now;
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            return await SinceAsync(cancellationToken) ?? now;
        }
    }

    /// <summary>Lets everything go out again.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task ReleaseAsync(CancellationToken cancellationToken) => table.DeleteEntityAsync(Partition, Row, ETag.All, cancellationToken);
}
