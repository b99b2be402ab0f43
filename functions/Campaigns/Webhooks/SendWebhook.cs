using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Webhooks;

/// <summary>Sends one message to one webhook.</summary>
/// <param name="sender">Does it.</param>
public sealed class SendWebhook(WebhookSender sender)
{
    /// <summary>The trigger.</summary>
    /// <param name="message">A <see cref="WebhookMessage"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(SendWebhook))]
    public Task Run(
        [QueueTrigger($"%{WebhookOptions.SectionName}:{nameof(WebhookOptions.Queue)}%")] QueueMessage message,
        CancellationToken cancellationToken) => sender.SendAsync(WebhookMessage.Read(message.MessageText), message.DequeueCount, cancellationToken);
}
