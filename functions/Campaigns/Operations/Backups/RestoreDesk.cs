using Azure.Data.Tables;
using Campaigns.Http;
using Campaigns.Publishing;
using Campaigns.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Campaigns.Operations.Backups;

/// <summary>
/// Lists backups, and restores one into empty tables: a minute a call, each going on from the one before. Everything is held from its beginning; campaigns
/// come back last, so that nothing works on half of the rest; then what must hold after a restore is done.
/// </summary>
/// <param name="catalogue">The backups.</param>
/// <param name="runs">How far a restore is.</param>
/// <param name="restorer">Puts them back.</param>
/// <param name="hold">Holds everything.</param>
/// <param name="after">What must hold after a restore.</param>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class RestoreDesk(
    BackupCatalogue catalogue, RestoreProgressTable runs, TableRestorer restorer, HoldSwitch hold, IEnumerable<AfterRestore> after, StorageRim storage, TimeProvider time, ILogger<RestoreDesk> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>What an engine without a campaign writes by itself.</summary>
    private static readonly string[] Never = [TableNames.Engine, TableNames.Audit, TableNames.AccessKeys, TableNames.Webhooks];

    /// <summary>Lists the backups, the latest first.</summary>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ListAsync(CancellationToken cancellationToken) => TypedResults.Ok(new
    {
        items = (await catalogue.ListAsync(cancellationToken)).Reverse().Select(backup => new
        {
            id = backup.Id,
            startedAt = backup.StartedAt,
            doneAt = backup.DoneAt,
            version = backup.Version,
            rows = backup.Tables.Sum(table => table.Rows),
            tables = backup.Tables.ToDictionary(table => table.Name, table => table.Rows),
        }),
    });

    /// <summary>
    /// Begins a restore, or goes on with it: 200 with how much is left, 404 without such a backup, 409 where it is not whole or of another version's layout, tables are not
    /// empty or it was begun otherwise. One that is done is told again, so that nobody whose answer was lost takes what came back for something to delete.
    /// </summary>
    /// <param name="backupId">The backup.</param>
    /// <param name="request">The request; with <c>?keys=true</c> access keys come back too.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> RestoreAsync(string backupId, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!DateOnly.TryParseExact(backupId, "yyyy-MM-dd", out _) || await catalogue.FindAsync(backupId, cancellationToken) is not { } backup)
        {
            return Problems.NotFound($"There is no backup {backupId}.");
        }

        if (!backup.IsOurs)
        {
            return Problems.Conflict(
                $"Nothing was restored: the backup {backupId} is of layout {backup.Version}, and this version of the engine reads layout {BackupState.Layout}. Restore it with the version that made it.");
        }

        if (backup.DoneAt is null)
        {
            return Problems.Conflict($"The backup {backupId} is not whole.");
        }

        var withKeys = request.Query["keys"] == "true";
        var known = await runs.FindAsync(cancellationToken);
        var begun = known?.Backup == backupId ? known : null;
        var filled = begun is { DoneAt: null } ? [] : await FilledAsync(cancellationToken);
        if (begun is { DoneAt: not null } && filled.Count == 0)
        {
            // What was done, and then deleted without its row, begins anew as everything does that is empty.
            begun = null;
        }

        if (begun is null && filled.Count > 0)
        {
            return Problems.Conflict(
                $"Nothing was restored: the tables {string.Join(", ", filled)} are not empty, and what they hold did not come from this backup. " +
                "A restore goes into empty tables: where all of it may be lost, delete all tables, start the engine again and ask again.");
        }

        if (begun is not null && begun.WithKeys != withKeys)
        {
            return Problems.Conflict($"This restore was begun {(withKeys ? "without" : "with")} ?keys=true: {(begun.DoneAt is null ? "go on with it so" : "it is done")}, or delete all tables and begin again.");
        }

        if (begun is { DoneAt: not null })
        {
            return Answer(begun, 0, await hold.SinceAsync(cancellationToken) is not null);
        }

        await hold.HoldAsync(cancellationToken);
        // Noted before the first row is back: a call that breaks off between the two would leave tables that are neither empty nor known to be begun.
        var progress = begun ?? await runs.WriteAsync(new RestoreProgress(backupId, 0, 0, 0, withKeys) { ETag = known?.ETag }, cancellationToken);
        var until = time.GetUtcNow() + Longest;
        while (progress is not null && progress.Table < backup.Tables.Count && time.GetUtcNow() < until)
        {
            progress = await runs.WriteAsync(await NextAsync(backup, progress, cancellationToken), cancellationToken);
        }

        if (progress is not null && progress.Table == backup.Tables.Count)
        {
            progress = await EndAsync(progress, cancellationToken);
        }

        return progress is null
            ? Problems.Conflict("Another call is restoring, or the tables were deleted meanwhile: ask again, and the answer says which.")
            : Answer(progress, backup.Tables.Skip(progress.Table).Sum(table => table.Chunks.Count) - progress.Chunk, held: true);
    }

    private static Ok<Restored> Answer(RestoreProgress progress, int left, bool held) =>
        TypedResults.Ok(new Restored(progress.Backup, progress.DoneAt is not null, progress.DoneAt, progress.Rows, left, held));

    /// <summary>Does what must hold after a restore, and notes that it is done: in this order, so that a call that breaks off between the two does it again.</summary>
    private async Task<RestoreProgress?> EndAsync(RestoreProgress progress, CancellationToken cancellationToken)
    {
        foreach (var step in after)
        {
            await step.RunAsync(cancellationToken);
        }

        var done = await runs.WriteAsync(progress with { DoneAt = time.GetUtcNow() }, cancellationToken);
        if (done is not null)
        {
            Log.Restored(log, done.Backup, done.Rows);
        }

        return done;
    }

    private async Task<RestoreProgress> NextAsync(BackupState backup, RestoreProgress progress, CancellationToken cancellationToken)
    {
        var table = backup.Tables[progress.Table];
        if (progress.Chunk >= table.Chunks.Count || (table.Name is TableNames.AccessKeys or TableNames.Webhooks && !progress.WithKeys))
        {
            return progress with { Table = progress.Table + 1, Chunk = 0 };
        }

        var rows = await restorer.PutAsync(table.Name, table.Chunks[progress.Chunk], cancellationToken);
        return progress with { Chunk = progress.Chunk + 1, Rows = progress.Rows + rows };
    }

    private async Task<List<string>> FilledAsync(CancellationToken cancellationToken)
    {
        var filled = new List<string>();
        foreach (var name in TableNames.All.Except(Never))
        {
            if (await storage.Table(name).QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellationToken).AnyAsync(cancellationToken))
            {
                filled.Add(name);
            }
        }

        return filled;
    }

    /// <summary>How far a restore is, as the answer says it.</summary>
    private sealed record Restored(string Backup, bool Done, DateTimeOffset? DoneAt, long Rows, int Left, bool Held);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Backup {Id} is restored: {Rows} rows; everything is held")]
        public static partial void Restored(ILogger logger, string id, long rows);
    }
}
