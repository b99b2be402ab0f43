using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Erasures;

/// <summary>The safety net: goes on with erasures whose message was lost.</summary>
/// <param name="run">Does it.</param>
public sealed class SweepErasures(ErasureRun run)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it runs.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(SweepErasures))]
    public Task Run(
        [TimerTrigger("%Erasures:SweepSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken) => run.SweepAsync(cancellationToken);
}
