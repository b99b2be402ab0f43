using Azure.Storage.Queues;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Search;

/// <summary>The queue of searches that are due.</summary>
/// <param name="storage">The account.</param>
/// <param name="options">The queue's name.</param>
public sealed class SearchQueue(StorageRim storage, IOptions<SearchOptions> options)
{
    private readonly QueueClient queue = storage.Queue(options.Value.SearchesQueue);

    /// <summary>Sends a search to whichever worker is free.</summary>
    /// <param name="message">The search.</param>
    /// <param name="delay">How long it stays unseen.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    public Task SendAsync(SearchMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return queue.SendMessageAsync(message.Write(), visibilityTimeout: delay, timeToLive: TimeSpan.FromDays(1), cancellationToken);
    }
}
