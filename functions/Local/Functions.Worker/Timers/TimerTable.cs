using Azure;
using Azure.Data.Tables;

namespace Campaigns.Local.Functions.Worker.Timers;

/// <summary>Keeps one row per timer in the app's own storage account.</summary>
internal sealed class TimerTable(TableServiceClient service, string host)
{
    private const string TableName = "localhosttimers";

    private readonly TableClient table = service.GetTableClient(TableName);

    public Task CreateAsync(CancellationToken cancellationToken) => table.CreateIfNotExistsAsync(cancellationToken);

    public async Task<TimerRow?> FindAsync(string timer, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(host, timer, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>The row as inserted, or null where another host was first.</summary>
    public async Task<TimerRow?> InsertAsync(string timer, TimerRow row, CancellationToken cancellationToken)
    {
        try
        {
            var response = await table.AddEntityAsync(Write(timer, row), cancellationToken);
            return row with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return null;
        }
    }

    /// <summary>The row as replaced, or null where another host has changed it since it was read.</summary>
    public async Task<TimerRow?> ReplaceAsync(string timer, TimerRow row, CancellationToken cancellationToken)
    {
        try
        {
            var response = await table.UpdateEntityAsync(Write(timer, row), row.ETag, TableUpdateMode.Replace, cancellationToken);
            return row with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return null;
        }
    }

    private TableEntity Write(string timer, TimerRow row)
    {
        var entity = new TableEntity(host, timer) { [nameof(row.Schedule)] = row.Schedule, [nameof(row.Next)] = row.Next };
        AddIfAny(entity, nameof(row.Last), row.Last);
        AddIfAny(entity, nameof(row.Updated), row.Updated);
        AddIfAny(entity, nameof(row.LeasedUntil), row.LeasedUntil);
        return entity;
    }

    private static void AddIfAny(TableEntity entity, string name, DateTimeOffset? value)
    {
        if (value is not null)
        {
            entity[name] = value;
        }
    }

    private static TimerRow Read(TableEntity entity) => new(
        entity.GetString(nameof(TimerRow.Schedule))!,
        entity.GetDateTimeOffset(nameof(TimerRow.Last)),
        entity.GetDateTimeOffset(nameof(TimerRow.Next))!.Value,
        entity.GetDateTimeOffset(nameof(TimerRow.Updated)),
        entity.GetDateTimeOffset(nameof(TimerRow.LeasedUntil)),
        entity.ETag);
}
