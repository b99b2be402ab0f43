using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.Worker.Queues;

public sealed class QueueLeaseTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_long_message_keeps_its_lease_renewed_and_is_delivered_once()
    {
        var queue = new QueueHost(azurite);
        await queue.SendAsync("long");
        await using var host = await queue.Setup(typeof(TakesLong), leaseSeconds: "2").StartAsync(queue);

        await Wait.UntilAsync(queue.IsEmptyAsync, "the message is done");

        Assert.Equal(["begin", "end"], queue.Deliveries.Select(static delivery => delivery.Payload));
    }

    [Fact]
    public async Task No_more_messages_are_held_at_once_than_batchSize_and_newBatchThreshold_allow()
    {
        var queue = new QueueHost(azurite);
        for (var i = 0; i < 12; i++)
        {
            await queue.SendAsync($"{i}");
        }

        var meter = new Meter();
        await using var host = await queue.Setup(typeof(Counts), """ "batchSize": 2, "newBatchThreshold": 1 """).StartAsync(queue, meter);

        await Wait.UntilAsync(queue.IsEmptyAsync, "all messages are done");
        Assert.Equal(12, queue.Deliveries.Count);
        Assert.InRange(meter.Highest, 2, 3);
    }

    public sealed class TakesLong(QueueHost queue)
    {
        [Function(nameof(TakesLong))]
        public async Task Run([QueueTrigger("%Test:Queue%")] string text, CancellationToken cancellationToken)
        {
            queue.Note("begin");
            await Task.Delay(TimeSpan.FromSeconds(6), cancellationToken);
            queue.Note("end");
        }
    }

    public sealed class Meter
    {
        private int running;

        public int Highest { get; private set; }

        public void Enter()
        {
            lock (this)
            {
                Highest = Math.Max(Highest, ++running);
            }
        }

        public void Leave()
        {
            lock (this)
            {
                running--;
            }
        }
    }

    public sealed class Counts(QueueHost queue, Meter meter)
    {
        [Function(nameof(Counts))]
        public async Task Run([QueueTrigger("%Test:Queue%")] string text, CancellationToken cancellationToken)
        {
            meter.Enter();
            await Task.Delay(150, cancellationToken);
            meter.Leave();
            queue.Note(text);
        }
    }
}
