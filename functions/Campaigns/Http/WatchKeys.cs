using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Looks which access keys end soon; several times in one hour of the day, so that a look that fails is made again and that a failure is seen.</summary>
/// <param name="watch">Does it.</param>
public sealed class WatchKeys(AccessKeyWatch watch)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it runs.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(WatchKeys))]
    public Task Run(
        [TimerTrigger($"%{AccessOptions.SectionName}:{nameof(AccessOptions.WatchSchedule)}%")] TimerInfo timer,
        CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);
}
