using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Cells;

/// <summary>Counts what the mentions queue brings.</summary>
/// <param name="tracker">Does it.</param>
public sealed class TrackMentions(MentionTracker tracker)
{
    /// <summary>The trigger.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(TrackMentions))]
    public Task Run(
        [QueueTrigger("%Listening:MentionsQueue%")] QueueMessage message,
        CancellationToken cancellationToken) => tracker.TrackAsync(message, cancellationToken);
}
