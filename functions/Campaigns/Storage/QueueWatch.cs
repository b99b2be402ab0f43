using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Campaigns.Storage;

/// <summary>
/// Says in the log what waits in each queue, how long the oldest of it has waited, and what was given up: alerts go by it, and by its
/// silence where nothing runs any more. Storage itself tells nobody how old a message is.
/// </summary>
/// <param name="storage">The account.</param>
/// <param name="queues">Every queue of the features.</param>
/// <param name="notices">Who is told of what was given up.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class QueueWatch(StorageRim storage, IEnumerable<EngineQueue> queues, IEnumerable<GivenUpNotice> notices, TimeProvider time, ILogger<QueueWatch> log)
{
    /// <summary>From when on a message has waited too long: longer than a lease, after which a dead worker's message comes back.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromMinutes(15);

    /// <summary>Looks once.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var waiting = 0L;
        foreach (var queue in queues)
        {
            waiting += await LookAsync(queue, cancellationToken);
        }

        Log.Looked(log, waiting);
    }

    private async Task<int> LookAsync(EngineQueue queue, CancellationToken cancellationToken)
    {
        var client = storage.Queue(queue.Name);
        var waiting = await CountAsync(client, cancellationToken);
        // Only a message that could be taken is shown: one that waits for its time is not late.
        if (waiting > 0 && (await client.PeekMessagesAsync(1, cancellationToken)).Value is [{ InsertedOn: { } since }] && time.GetUtcNow() - since is var age && age > TooLong)
        {
            Log.Waits(log, queue.Name, waiting, (long)age.TotalMinutes);
        }

        var poison = await CountAsync(storage.Queue(queue.Name + EngineQueue.PoisonSuffix), cancellationToken);
        if (poison > 0)
        {
            Log.GivenUp(log, queue.Name, poison);
            foreach (var notice in notices)
            {
                await notice.TellAsync(queue.Name, poison, cancellationToken);
            }
        }

        return waiting;
    }

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // The host makes a queue for what it gives up when it first does.
            return 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The queues hold {Messages} messages")]
        public static partial void Looked(ILogger logger, long messages);

        [LoggerMessage(2, LogLevel.Warning, "The oldest of {Messages} messages in the queue {Queue} has waited for {Minutes} minutes")]
        public static partial void Waits(ILogger logger, string queue, int messages, long minutes);

        [LoggerMessage(3, LogLevel.Error, "Messages of the queue {Queue} were given up: {Messages} wait to be looked at and replayed")]
        public static partial void GivenUp(ILogger logger, string queue, int messages);
    }
}
