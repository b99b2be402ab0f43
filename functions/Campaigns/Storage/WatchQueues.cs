using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Storage;

/// <summary>Looks what waits in the queues.</summary>
/// <param name="watch">Does it.</param>
public sealed class WatchQueues(QueueWatch watch)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it should have run.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(WatchQueues))]
    public Task Run(
        [TimerTrigger($"%{StorageOptions.SectionName}:{nameof(StorageOptions.WatchSchedule)}%")] TimerInfo timer,
        CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);
}
