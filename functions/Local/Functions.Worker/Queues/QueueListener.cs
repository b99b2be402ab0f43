using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Local.Functions.Worker.Hosting;
using Campaigns.Local.Functions.Worker.Settings;
using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Functions.Worker.Queues;

/// <summary>Fetches one queue's messages in batches, as long as few enough are being processed.</summary>
internal sealed partial class QueueListener(
    QueueClient queue, MessageProcessor processor, QueueSettings settings, TimeSpan lease, HostLife life, TimeProvider clock, ILogger logger)
{
    private readonly PollingInterval interval = new(settings.MaxPollingInterval);
    private TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int processing;

    public string QueueName => queue.Name;

    public Task PrepareAsync(CancellationToken cancellationToken) => queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Listens until the host is told to stop; what was fetched by then is still processed.</summary>
    public async Task ListenAsync()
    {
        using var listening = life.Running();
        while (!life.Stopping.IsCancellationRequested)
        {
            try
            {
                await FetchAsync();
            }
            catch (OperationCanceledException) when (life.Stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Whatever it is, a queue that nobody listens to any more would be worse.
                Log.NotReceived(logger, exception, queue.Name);
                await Task.Delay(interval.Next(), clock, life.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FetchAsync()
    {
        var messages = await ReceiveAsync();
        if (messages.Length == 0)
        {
            await Task.Delay(interval.Next(), clock, life.Stopping);
            return;
        }

        interval.Reset();
        foreach (var message in messages)
        {
            Interlocked.Increment(ref processing);
            _ = ProcessAsync(message);
        }

        await RoomAsync();
    }

    private async Task RoomAsync()
    {
        while (true)
        {
            // Taken before the count is read: a message that finishes in between is not missed.
            var next = Volatile.Read(ref finished);
            if (Volatile.Read(ref processing) <= settings.NewBatchThreshold)
            {
                return;
            }

            await next.Task.WaitAsync(life.Stopping);
        }
    }

    private async Task ProcessAsync(QueueMessage message)
    {
        using var running = life.Running();

        // The other messages of the batch do not wait for a function that begins with work of its own.
        await Task.Yield();
        await processor.ProcessAsync(message);
        Interlocked.Decrement(ref processing);
        Interlocked.Exchange(ref finished, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            // Not cancelled half-way: messages that nobody got would stay hidden for a whole lease.
            return (await queue.ReceiveMessagesAsync(settings.BatchSize, lease, CancellationToken.None)).Value;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: life.Stopping);
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The queue {Queue} does not answer; it is asked again")]
        public static partial void NotReceived(ILogger logger, Exception exception, string queue);
    }
}
