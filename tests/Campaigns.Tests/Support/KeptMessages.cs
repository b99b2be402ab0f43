using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Campaigns.Tests.Support;

/// <summary>The far side of the queue's network: it keeps what is sent to it.</summary>
internal sealed class KeptMessages : QueueClient
{
    public List<BinaryData> Messages { get; } = [];

    public override Task<Response<SendReceipt>> SendMessageAsync(
        BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default)
    {
        Messages.Add(message);
        return Task.FromResult<Response<SendReceipt>>(null!);
    }
}
