using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Removes who changed what, once it is kept long enough; several times in the night, so that a run that breaks off is gone on with.</summary>
/// <param name="audit">What is kept.</param>
public sealed class PurgeAudit(AuditTable audit)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it runs.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PurgeAudit))]
    public Task Run(
        [TimerTrigger("%Audit:Schedule%")] TimerInfo timer,
        CancellationToken cancellationToken) => audit.PurgeAsync(cancellationToken);
}
