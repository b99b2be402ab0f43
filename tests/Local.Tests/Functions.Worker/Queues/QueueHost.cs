using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.TestSupport;

namespace Local.Tests.Functions.Worker.Queues;

/// <summary>What a function noted: the payload, and when.</summary>
internal sealed record Delivery(object? Payload, DateTimeOffset At, string? DequeueCount = null);

/// <summary>A queue of its own for one test, and what its functions were given.</summary>
public sealed class QueueHost
{
    private readonly QueueServiceClient service;

    internal QueueHost(AzuriteFixture azurite)
    {
        ConnectionString = azurite.ConnectionString;
        service = new QueueServiceClient(ConnectionString);
        Name = AzuriteFixture.NewPrefix();
        Queue = service.GetQueueClient(Name);
        Poison = service.GetQueueClient($"{Name}-poison");
    }

    public string ConnectionString { get; }

    public string Name { get; }

    public QueueClient Queue { get; }

    public QueueClient Poison { get; }

    internal ConcurrentQueue<Delivery> Deliveries { get; } = new();

    internal HostSetup Setup(Type function, string queues = "", string leaseSeconds = "600") => new(function)
    {
        HostJson = $$"""
            { "version": "2.0", "extensions": { "queues": {
                "maxPollingInterval": "00:00:00.200", "messageEncoding": "none"{{(queues.Length > 0 ? $", {queues}" : "")}} } } }
            """,
        Settings = { ["AzureWebJobsStorage"] = ConnectionString, ["Test__Queue"] = Name, ["LocalHost__LeaseSeconds"] = leaseSeconds },
    };

    internal void Note(object? payload, string? dequeueCount = null) => Deliveries.Enqueue(new Delivery(payload, TimeProvider.System.GetUtcNow(), dequeueCount));

    internal async Task SendAsync(string text)
    {
        await Queue.CreateIfNotExistsAsync();
        await Queue.SendMessageAsync(text);
    }

    internal async Task<QueueMessage?> PoisonedAsync() =>
        await Poison.ExistsAsync() ? (await Poison.ReceiveMessagesAsync(1)).Value.FirstOrDefault() : null;

    /// <summary>Whether the queue holds nothing, seen or hidden.</summary>
    internal async Task<bool> IsEmptyAsync() => (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0;
}
