using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Erasures;

/// <summary>Goes on with an erasure.</summary>
/// <param name="run">Does it.</param>
public sealed class EraseAuthor(ErasureRun run)
{
    /// <summary>The trigger.</summary>
    /// <param name="message">Which one.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(EraseAuthor))]
    public Task Run(
        [QueueTrigger("%Erasures:Queue%")] ErasureMessage message,
        CancellationToken cancellationToken) => run.RunAsync(message, cancellationToken);
}
