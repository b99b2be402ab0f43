using Campaigns.Webhooks;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Retention;

/// <summary>Ends campaigns whose retention is over, and forgets which messages webhooks brought hours ago.</summary>
/// <param name="run">Ends campaigns.</param>
/// <param name="seen">What webhooks brought.</param>
public sealed class EndRetention(RetentionRun run, SeenCalls seen)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it runs.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(EndRetention))]
    public async Task Run(
        [TimerTrigger("%Retention:Schedule%")] TimerInfo timer,
        CancellationToken cancellationToken)
    {
        try
        {
            await run.RunAsync(cancellationToken);
        }
        finally
        {
            // A campaign that cannot be ended keeps nothing else from going.
            await seen.ForgetAsync(cancellationToken);
        }
    }
}
