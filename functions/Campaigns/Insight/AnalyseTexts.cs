using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Insight;

/// <summary>Analyses what the texts queue brings; counting never waits for it.</summary>
/// <param name="analyst">Does it.</param>
public sealed class AnalyseTexts(TextAnalyst analyst)
{
    /// <summary>The trigger.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(AnalyseTexts))]
    public Task Run(
        [QueueTrigger("%Insight:TextsQueue%")] QueueMessage message,
        CancellationToken cancellationToken) => analyst.AnalyseAsync(message, cancellationToken);
}
