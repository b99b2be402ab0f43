using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Retention;

/// <summary>Ends campaigns whose retention is over.</summary>
/// <param name="run">Does it.</param>
public sealed class EndRetention(RetentionRun run)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it runs.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(EndRetention))]
    public Task Run(
        [TimerTrigger("%Retention:Schedule%")] TimerInfo timer,
        CancellationToken cancellationToken) => run.RunAsync(cancellationToken);
}
