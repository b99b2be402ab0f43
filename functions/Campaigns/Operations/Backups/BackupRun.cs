using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Operations.Backups;

/// <summary>
/// Copies every table once a day. What is copied is noted chunk by chunk, so that a run that dies or has no more time is followed by the next, which goes
/// on from there; where two are at it, the one that notes later stops.
/// </summary>
/// <param name="copier">Copies.</param>
/// <param name="catalogue">How far backups are.</param>
/// <param name="register">What must hold after a restore.</param>
/// <param name="options">For how long backups are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class BackupRun(
    TableCopier copier, BackupCatalogue catalogue, RestoreRegister register, IOptions<BackupOptions> options, TimeProvider time, ILogger<BackupRun> log)
{
    /// <summary>How long one run goes on: the next tick goes on from there.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>
    /// Erasures first: what they say is done is done in all that is copied after them. Then posts before what is due: a due row that no delivery knows does nothing.
    /// Campaigns last, as they come back last.
    /// </summary>
    internal static IReadOnlyList<string> Order { get; } =
    [
        TableNames.Erasures,
        .. TableNames.All.Where(name => name is not (TableNames.Erasures or TableNames.Campaigns or TableNames.Due)),
        TableNames.Due,
        TableNames.Campaigns,
    ];

    /// <summary>Begins today's backup, or goes on with it; when it is whole, removes what is too old.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Longest;
        var state = await catalogue.FindAsync(BackupState.IdOf(now), cancellationToken);
        if (state is not { IsOurs: true })
        {
            // One of today that another version began can neither be gone on with nor be restored here.
            state = await catalogue.WriteAsync(new BackupState(BackupState.IdOf(now), now, null, [.. Order.Select(BackupTable.Of)]) { ETag = state?.ETag }, cancellationToken);
        }

        while (state is { DoneAt: null } && time.GetUtcNow() < until)
        {
            state = await NextAsync(state, cancellationToken);
        }

        if (state is { DoneAt: not null })
        {
            await ForgetAsync(state, cancellationToken);
        }
    }

    private async Task<BackupState?> NextAsync(BackupState state, CancellationToken cancellationToken)
    {
        var at = state.Tables.ToList().FindIndex(table => !table.IsWhole);
        if (at < 0)
        {
            var done = await catalogue.WriteAsync(state with { DoneAt = time.GetUtcNow() }, cancellationToken);
            if (done is not null)
            {
                Log.Done(log, done.Id, done.Tables.Sum(table => table.Rows));
            }

            return done;
        }

        var copied = await copier.NextAsync(state.Id, state.Tables[at], cancellationToken);
        return await catalogue.WriteAsync(state with { Tables = [.. state.Tables.Select((table, number) => number == at ? copied : table)] }, cancellationToken);
    }

    private async Task ForgetAsync(BackupState whole, CancellationToken cancellationToken)
    {
        var first = BackupState.IdOf(time.GetUtcNow().AddDays(-options.Value.RetentionDays));
        var all = await catalogue.ListAsync(cancellationToken);
        foreach (var old in (await catalogue.FoldersAsync(cancellationToken)).Where(id => id != whole.Id && string.CompareOrdinal(id, first) < 0))
        {
            await catalogue.RemoveAsync(old, cancellationToken);
            Log.Removed(log, old);
        }

        // What was asked for a day before a backup may have been under way while it was made; and one that was removed may be brought back and restored.
        var oldest = all.Where(backup => string.CompareOrdinal(backup.Id, first) >= 0).Append(whole).Min(backup => backup.StartedAt);
        await register.ForgetAsync(oldest.AddDays(-1 - options.Value.RecoverableDays), cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Backup {Id} is whole: {Rows} rows")]
        public static partial void Done(ILogger logger, string id, long rows);

        [LoggerMessage(2, LogLevel.Information, "Backup {Id} was kept long enough and is removed")]
        public static partial void Removed(ILogger logger, string id);
    }
}
