using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Publishes one delivery.</summary>
/// <param name="publisher">Does it.</param>
public sealed class PublishDelivery(DeliveryPublisher publisher)
{
    /// <summary>The trigger.</summary>
    /// <param name="message">A <see cref="DeliveryMessage"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PublishDelivery))]
    public Task Run(
        [QueueTrigger($"%{PublishingOptions.SectionName}:{nameof(PublishingOptions.DeliveriesQueue)}%")] QueueMessage message,
        CancellationToken cancellationToken) => publisher.PublishAsync(DeliveryMessage.Read(message.MessageText), message.DequeueCount, cancellationToken);
}
