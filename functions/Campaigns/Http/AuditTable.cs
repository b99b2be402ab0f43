using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Http;

/// <summary>
/// Who changed what, when: one row for every call that may change something, written before the change. A day's rows are those whose partition begins
/// with it, in order by their keys.
/// </summary>
/// <param name="storage">The account.</param>
/// <param name="options">How long it is kept.</param>
/// <param name="time">The clock.</param>
public sealed class AuditTable(StorageRim storage, IOptions<AuditOptions> options, TimeProvider time)
{
    /// <summary>Among how many partitions a day is spread: one alone takes 2,000 writes a second, and each call writes twice.</summary>
    private const int Spread = 16;

    private const string Day = "yyyyMMdd";

    private readonly TableClient table = storage.Table(TableNames.Audit);

    /// <summary>Writes that a call begins.</summary>
    /// <param name="request">The request; its query is left out, since a key may stand in it.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="invocationId">The invocation, as logs name it.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The row, for <see cref="EndAsync"/>.</returns>
    public async Task<TableEntity> BeginAsync(HttpRequest request, Caller caller, string invocationId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = new TableEntity(string.Create(CultureInfo.InvariantCulture, $"{DayOf(now)}.{now.Ticks % Spread:00}"), $"{now:HHmmssfffffff}-{invocationId}")
        {
            ["Who"] = caller.Name,
            ["Method"] = request.Method,
            ["Path"] = request.Path.Value is { Length: > 1000 } path ? path[..1000] : request.Path.Value,
            ["At"] = now,
        };
        await table.AddEntityAsync(row, cancellationToken);
        return row;
    }

    /// <summary>Writes how the call ended.</summary>
    /// <param name="row">The row of its beginning.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task EndAsync(TableEntity row, int status, CancellationToken cancellationToken) =>
        table.UpdateEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Status"] = status }, ETag.All, TableUpdateMode.Merge, cancellationToken);

    /// <summary>Removes the days that are kept long enough, in UTC and whole.</summary>
    /// <param name="cancellationToken">Cancels the work; the next run goes on.</param>
    public Task PurgeAsync(CancellationToken cancellationToken)
    {
        var first = DayOf(time.GetUtcNow().AddDays(-options.Value.KeepDays));
        return table.RemoveRowsAsync(TableClient.CreateQueryFilter($"PartitionKey lt {first}"), static _ => true, cancellationToken);
    }

    private static string DayOf(DateTimeOffset at) => at.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture);
}
