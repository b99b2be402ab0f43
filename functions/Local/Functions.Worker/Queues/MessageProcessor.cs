using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Local.Functions.Worker.Invocation;
using Campaigns.Local.Functions.Worker.Settings;
using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Functions.Worker.Queues;

/// <summary>Runs the function for one message and then deletes it, returns it to the queue, or puts it with the poison.</summary>
internal sealed partial class MessageProcessor(
    FunctionInvoker function, QueueClient queue, QueueClient poison, QueueSettings settings, TimeSpan lease, TimeProvider clock, ILogger logger)
{
    public const string PoisonSuffix = "-poison";

    public async Task ProcessAsync(QueueMessage message)
    {
        try
        {
            await HandleAsync(message);
        }
        catch (Exception exception)
        {
            // The queue itself failed: the message comes back when its lease ends.
            Log.NotSettled(logger, exception, message.MessageId, queue.Name);
        }
    }

    private async Task HandleAsync(QueueMessage message)
    {
        // A host that was killed while it held the message never got to count it out.
        if (message.DequeueCount > settings.MaxDequeueCount || QueueEvents.Readable(message, settings.Base64) is not { } readable)
        {
            await PoisonAsync(message, message.PopReceipt);
            return;
        }

        var (succeeded, receipt) = await RunAsync(message, readable);
        if (succeeded)
        {
            await queue.DeleteMessageAsync(message.MessageId, receipt);
        }
        else if (message.DequeueCount >= settings.MaxDequeueCount)
        {
            await PoisonAsync(message, receipt);
        }
        else
        {
            await queue.UpdateMessageAsync(message.MessageId, receipt, (string?)null, settings.VisibilityTimeout);
        }
    }

    private async Task<(bool Succeeded, string Receipt)> RunAsync(QueueMessage message, QueueMessage readable)
    {
        var held = new MessageLease(queue, message, lease, clock, logger);
        var succeeded = false;
        try
        {
            await function.InvokeAsync(QueueEvents.Of(readable), CancellationToken.None);
            succeeded = true;
        }
        catch (Exception)
        {
            // The invoker has logged it.
        }
        finally
        {
            await held.DisposeAsync();
        }

        return (succeeded, held.Receipt);
    }

    private async Task PoisonAsync(QueueMessage message, string receipt)
    {
        try
        {
            await poison.SendMessageAsync(message.Body);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await poison.CreateIfNotExistsAsync();
            await poison.SendMessageAsync(message.Body);
        }

        await queue.DeleteMessageAsync(message.MessageId, receipt);
        Log.Poisoned(logger, message.MessageId, message.DequeueCount, poison.Name);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Message {MessageId}, delivered {DequeueCount} times, lies in {Queue}")]
        public static partial void Poisoned(ILogger logger, string messageId, long dequeueCount, string queue);

        [LoggerMessage(2, LogLevel.Error, "Message {MessageId} of {Queue} could not be settled: it will be delivered again")]
        public static partial void NotSettled(ILogger logger, Exception exception, string messageId, string queue);
    }
}
