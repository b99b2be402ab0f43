using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Campaigns.Benchmarks.Cpu;

/// <summary>Keeps what is sent to it and sends nothing: the engine's own work without the transport's.</summary>
internal sealed class KeepingQueue : QueueClient
{
    public List<BinaryData> Sent { get; } = [];

    public override Task<Response<SendReceipt>> SendMessageAsync(
        BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default)
    {
        Sent.Add(message);
        return Task.FromResult<Response<SendReceipt>>(null!);
    }
}
