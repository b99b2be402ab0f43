using Azure.Storage.Queues.Models;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.Worker.Queues;

public sealed class QueueRetryTests(AzuriteFixture azurite)
{
    private const string Text = "{ \"kept\":  \"exactly as it was\" }";

    [Fact]
    public async Task A_failing_message_is_retried_maxDequeueCount_times_visibilityTimeout_apart_and_then_lies_untouched_in_poison()
    {
        var queue = new QueueHost(azurite);
        await queue.SendAsync(Text);
        await using var host = await queue.Setup(typeof(AlwaysFails), """ "maxDequeueCount": 3, "visibilityTimeout": "00:00:02" """).StartAsync(queue);

        QueueMessage? poisoned = null;
        await Wait.UntilAsync(async () => (poisoned = await queue.PoisonedAsync()) is not null, "the message lies in poison");

        var deliveries = queue.Deliveries.ToList();
        Assert.Equal(["1", "2", "3"], deliveries.Select(static delivery => delivery.DequeueCount));
        Assert.All(deliveries.Zip(deliveries.Skip(1)), static pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1.9)));
        Assert.Equal(Text, poisoned!.Body.ToString());
        await Wait.UntilAsync(queue.IsEmptyAsync, "the message is gone from its queue");
    }

    [Fact]
    public async Task A_message_that_was_delivered_too_often_already_goes_to_poison_without_running()
    {
        var queue = new QueueHost(azurite);
        await queue.SendAsync(Text);
        for (var i = 0; i < 2; i++)
        {
            // As hosts that were killed did: taken, never counted out.
            await Wait.UntilAsync(async () => (await queue.Queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1))).Value.Length == 1, "the message is taken");
        }

        await using var host = await queue.Setup(typeof(AlwaysFails), """ "maxDequeueCount": 2 """).StartAsync(queue);

        QueueMessage? poisoned = null;
        await Wait.UntilAsync(async () => (poisoned = await queue.PoisonedAsync()) is not null, "the message lies in poison");
        Assert.Equal(Text, poisoned!.Body.ToString());
        Assert.Empty(queue.Deliveries);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_as_its_type_fails_like_any_other()
    {
        var queue = new QueueHost(azurite);
        await queue.SendAsync("not JSON");
        await using var host = await queue.Setup(typeof(TakesOrder), """ "maxDequeueCount": 2 """).StartAsync(queue);

        QueueMessage? poisoned = null;
        await Wait.UntilAsync(async () => (poisoned = await queue.PoisonedAsync()) is not null, "the message lies in poison");
        Assert.Equal("not JSON", poisoned!.Body.ToString());
    }

    public sealed class AlwaysFails(QueueHost queue)
    {
        [Function(nameof(AlwaysFails))]
        public Task Run([QueueTrigger("%Test:Queue%")] string text, FunctionContext context)
        {
            queue.Note(text, context.BindingContext.BindingData["DequeueCount"]?.ToString());
            throw new InvalidOperationException("It never works.");
        }
    }

    public sealed record Order(int Number);

    public sealed class TakesOrder
    {
        [Function(nameof(TakesOrder))]
        public static void Run([QueueTrigger("%Test:Queue%")] Order order) => Assert.NotNull(order);
    }
}
