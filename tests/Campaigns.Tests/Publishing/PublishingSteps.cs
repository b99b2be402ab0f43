using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Publishing;

/// <summary>What a host would do of itself for posts that fall due.</summary>
internal static class PublishingSteps
{
    public static QueueClient Queue(TestEngine engine) => engine.Get<StorageRim>().Queue(engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue);

    public static Task TickAsync(TestEngine engine) => engine.Function<PublishDue>().Run(new TimerInfo(), default);

    /// <summary>The timer, and every message that it leads to.</summary>
    public static async Task RunAsync(TestEngine engine)
    {
        await TickAsync(engine);
        foreach (var message in await TakeAsync(Queue(engine)))
        {
            await DeliverAsync(engine, message.MessageText);
        }
    }

    /// <summary>Takes the messages that are visible off a queue.</summary>
    public static async Task<QueueMessage[]> TakeAsync(QueueClient queue)
    {
        var messages = (await queue.ReceiveMessagesAsync(32)).Value;
        foreach (var message in messages)
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }

        return messages;
    }

    /// <summary>Gives a message to a worker.</summary>
    public static Task DeliverAsync(TestEngine worker, string text, int dequeueCount = 1, CancellationToken cancellationToken = default) =>
        worker.Function<PublishDelivery>().Run(QueuesModelFactory.QueueMessage("id", "receipt", text, dequeueCount), cancellationToken);
}
