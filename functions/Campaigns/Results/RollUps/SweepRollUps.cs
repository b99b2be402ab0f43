using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.RollUps;

/// <summary>The safety net: rolls up whatever a lost message left behind.</summary>
/// <param name="writer">Does it.</param>
public sealed class SweepRollUps(RollUpWriter writer)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it runs.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(SweepRollUps))]
    public Task Run(
        [TimerTrigger("%Listening:RollUpSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken) => writer.SweepAsync(cancellationToken);
}
