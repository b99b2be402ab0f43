using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Publishing;

/// <summary>The queue of deliveries that are due.</summary>
/// <param name="storage">The account.</param>
/// <param name="options">The queue's name.</param>
public sealed class DeliveryQueue(StorageRim storage, IOptions<PublishingOptions> options)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);

    private readonly QueueClient queue = storage.Queue(options.Value.DeliveriesQueue);

    /// <summary>Sends a delivery to whichever worker is free.</summary>
    /// <param name="message">The delivery.</param>
    /// <param name="delay">How long it stays unseen.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    /// <returns>What <see cref="TakeBackAsync"/> needs.</returns>
    public async Task<SendReceipt> SendAsync(DeliveryMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        await queue.SendMessageAsync(
            message.Write(),
            visibilityTimeout: delay < TimeSpan.Zero ? TimeSpan.Zero : delay > LongestDelay ? LongestDelay : delay,
            // Never expires: the queue's default of seven days would lose what an outage delays.
            timeToLive: TimeSpan.FromSeconds(-1),
            cancellationToken);

    /// <summary>Takes back a message that is needed no more; where that fails it comes, and does nothing twice.</summary>
    /// <param name="sent">What sending it gave.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task TakeBackAsync(SendReceipt sent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        try
        {
            await queue.DeleteMessageAsync(sent.MessageId, sent.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException)
        {
            // A worker has it already, or storage is away.
        }
    }
}
