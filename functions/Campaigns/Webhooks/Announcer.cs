using Azure.Storage.Queues;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Webhooks;

/// <summary>Tells outgoing webhooks of what happened: a message for each, so that what happens never waits for a receiver.</summary>
/// <param name="webhooks">The webhooks.</param>
/// <param name="storage">Where the queue is.</param>
/// <param name="options">Its name.</param>
public sealed class Announcer(WebhookTable webhooks, StorageRim storage, IOptions<WebhookOptions> options)
{
    private readonly QueueClient queue = storage.Queue(options.Value.Queue);

    /// <summary>Queues an announcement for every webhook that tells of it.</summary>
    /// <param name="announcement">What happened.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    /// <returns>For how many.</returns>
    public async Task<int> TellAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var told = 0;
        foreach (var webhook in (await webhooks.OutgoingAsync(cancellationToken)).Where(webhook => webhook.Tells(announcement.Event, announcement.Campaign)))
        {
            await SendAsync(WebhookMessage.Of(webhook, announcement) with { TraceParent = EngineTrace.Current }, TimeSpan.Zero, cancellationToken);
            told++;
        }

        return told;
    }

    /// <summary>Queues a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="delay">How long it stays unseen.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    internal Task SendAsync(WebhookMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        queue.SendMessageAsync(message.Write(), visibilityTimeout: delay, timeToLive: EngineQueue.ForAsLongAsItMust, cancellationToken);
}
