using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Operations.Backups;

/// <summary>
/// How far the last restore is, or that it is done: one row, among the tables that it fills. Whoever deletes them deletes this too, so that what is
/// restored into tables made anew begins anew.
/// </summary>
/// <param name="storage">The account.</param>
public sealed class RestoreProgressTable(StorageRim storage)
{
    /// <summary>Where the row stands, which no restore brings back.</summary>
    internal const string Partition = "restore";

    private const string Row = "run";

    private readonly TableClient table = storage.Table(TableNames.Engine);

    /// <summary>Finds it; null where these tables saw none.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<RestoreProgress?> FindAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        if (found is not { HasValue: true, Value: { } row })
        {
            return null;
        }

        return new RestoreProgress(
            row.GetString(nameof(RestoreProgress.Backup)),
            row.GetInt32(nameof(RestoreProgress.Table)) ?? 0,
            row.GetInt32(nameof(RestoreProgress.Chunk)) ?? 0,
            row.GetInt64(nameof(RestoreProgress.Rows)) ?? 0,
            row.GetBoolean(nameof(RestoreProgress.WithKeys)) ?? false,
            row.GetDateTimeOffset(nameof(RestoreProgress.DoneAt)))
        {
            ETag = row.ETag,
        };
    }

    /// <summary>Writes how far it is.</summary>
    /// <param name="progress">That, with the tag of what it replaces.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>It with its new tag, or null where another call is at it.</returns>
    public async Task<RestoreProgress?> WriteAsync(RestoreProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var row = new TableEntity(Partition, Row)
        {
            [nameof(RestoreProgress.Backup)] = progress.Backup,
            [nameof(RestoreProgress.Table)] = progress.Table,
            [nameof(RestoreProgress.Chunk)] = progress.Chunk,
            [nameof(RestoreProgress.Rows)] = progress.Rows,
            [nameof(RestoreProgress.WithKeys)] = progress.WithKeys,
            [nameof(RestoreProgress.DoneAt)] = progress.DoneAt,
        };
        try
        {
            var written = progress.ETag is { } tag
                ? await table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken)
                : await table.AddEntityAsync(row, cancellationToken);
            return progress with { ETag = written.Headers.ETag };
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return null;
        }
    }
}
