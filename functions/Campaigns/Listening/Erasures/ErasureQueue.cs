using System.Text.Json;
using Azure.Storage.Queues;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Erasures;

/// <summary>The queue of erasures that go on.</summary>
/// <param name="storage">The account.</param>
/// <param name="options">The queue's name.</param>
public sealed class ErasureQueue(StorageRim storage, IOptions<ErasureOptions> options)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    private readonly QueueClient queue = storage.Queue(options.Value.Queue);

    /// <summary>Hands an erasure to whichever worker is free.</summary>
    /// <param name="message">The erasure.</param>
    /// <param name="delay">How long it stays unseen.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    public Task SendAsync(ErasureMessage message, TimeSpan delay, CancellationToken cancellationToken) => queue.SendMessageAsync(
        JsonSerializer.Serialize(message),
        visibilityTimeout: delay <= TimeSpan.Zero ? TimeSpan.Zero : delay < LongestDelay ? delay : LongestDelay,
        timeToLive: TimeSpan.FromSeconds(-1),
        cancellationToken);
}
