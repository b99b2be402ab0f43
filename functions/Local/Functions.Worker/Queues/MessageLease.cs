using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Functions.Worker.Queues;

/// <summary>Keeps a message hidden while its function runs, by renewing at half its time.</summary>
internal sealed partial class MessageLease : IAsyncDisposable
{
    private readonly CancellationTokenSource done = new();
    private readonly QueueClient queue;
    private readonly QueueMessage message;
    private readonly TimeSpan lease;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Task renewing;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan lease, TimeProvider clock, ILogger logger)
    {
        this.queue = queue;
        this.message = message;
        this.lease = lease;
        this.clock = clock;
        this.logger = logger;
        Receipt = message.PopReceipt;
        renewing = RenewAsync();
    }

    /// <summary>What the message is deleted or returned with; read it once the lease is disposed of.</summary>
    public string Receipt { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await renewing;
        done.Dispose();
    }

    private async Task RenewAsync()
    {
        for (var wait = lease / 2; ;)
        {
            try
            {
                await Task.Delay(wait, clock, done.Token);

                // Not cancelled half-way: the receipt of a renewal that reached the queue is the only one that counts.
                Receipt = (await queue.UpdateMessageAsync(message.MessageId, Receipt, (string?)null, lease, CancellationToken.None)).Value.PopReceipt;
                wait = lease / 2;
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                return;
            }
            catch (RequestFailedException exception) when (exception.Status is 400 or 404)
            {
                Log.Lost(logger, message.MessageId, queue.Name);
                return;
            }
            catch (Exception exception)
            {
                wait = lease / 10;
                Log.NotRenewed(logger, exception, message.MessageId, queue.Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The lease of message {MessageId} of {Queue} is lost: it will be delivered again")]
        public static partial void Lost(ILogger logger, string messageId, string queue);

        [LoggerMessage(2, LogLevel.Warning, "The lease of message {MessageId} of {Queue} could not be renewed")]
        public static partial void NotRenewed(ILogger logger, Exception exception, string messageId, string queue);
    }
}
