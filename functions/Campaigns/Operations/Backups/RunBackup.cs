using Campaigns.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Operations.Backups;

/// <summary>Backs the tables up at night.</summary>
/// <param name="run">Does it.</param>
public sealed class RunBackup(BackupRun run)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it runs.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(RunBackup))]
    public Task Run(
        [TimerTrigger($"%{BackupOptions.SectionName}:{nameof(BackupOptions.Schedule)}%")] TimerInfo timer,
        CancellationToken cancellationToken) => run.RunAsync(cancellationToken);
}
