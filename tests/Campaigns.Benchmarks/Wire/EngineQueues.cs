using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Wire;

/// <summary>Every queue of an engine, seen past the proxies.</summary>
internal sealed class EngineQueues(EngineStorage storage)
{
    private readonly QueueServiceClient service = new(storage.ConnectionString);

    public QueueClient Mentions => service.GetQueueClient(storage.Queue("Listening__MentionsQueue"));

    /// <summary>How many messages lie in the queues, and how many of them are poison.</summary>
    public async Task<(int All, int Poison)> CountAsync()
    {
        var (all, poison) = (0, 0);
        await foreach (QueueItem queue in service.GetQueuesAsync(prefix: storage.Prefix + "-"))
        {
            var count = (await service.GetQueueClient(queue.Name).GetPropertiesAsync()).Value.ApproximateMessagesCount;
            all += count;
            poison += queue.Name.EndsWith("-poison", StringComparison.Ordinal) ? count : 0;
        }

        return (all, poison);
    }
}
