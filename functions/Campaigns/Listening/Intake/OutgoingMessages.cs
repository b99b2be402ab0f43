using Azure.Storage.Queues;

namespace Campaigns.Listening.Intake;

/// <summary>Sends messages to a queue, a few at a time.</summary>
/// <param name="queue">The queue.</param>
/// <param name="most">How many may be under way.</param>
internal sealed class OutgoingMessages(QueueClient queue, int most)
{
    private readonly List<Task> sending = [];

    /// <summary>Waits while too many are under way; the failure of an earlier one is thrown here.</summary>
    /// <exception cref="Azure.RequestFailedException">The queue refused one.</exception>
    public async ValueTask MakeRoomAsync()
    {
        if (sending.Count >= most)
        {
            var done = await Task.WhenAny(sending);
            sending.Remove(done);
            await done;
        }
    }

    /// <summary>Sends a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="timeToLive">How long it may wait.</param>
    /// <param name="cancellationToken">Cancels the send.</param>
    public void Send(BinaryData message, TimeSpan timeToLive, CancellationToken cancellationToken) =>
        sending.Add(queue.SendMessageAsync(message, timeToLive: timeToLive, cancellationToken: cancellationToken));

    /// <summary>Waits until the queue has all of them.</summary>
    /// <exception cref="Azure.RequestFailedException">The queue refused one.</exception>
    public Task WhenAllAsync() => Task.WhenAll(sending);

    /// <summary>Waits until no send is under way, however each ends: what an answer says of them must be so when it goes out.</summary>
    public Task SettleAsync() => Task.WhenAll(sending).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
