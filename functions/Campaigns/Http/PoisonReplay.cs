using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaigns.Http;

/// <summary>
/// Moves messages that the host gave up from <c>&lt;queue&gt;-poison</c> back to their queue, once what made them fail is mended. Each is
/// sent before it is deleted: a replay that breaks off leaves a message twice, which every handler bears, and never loses one.
/// </summary>
/// <param name="storage">The account.</param>
/// <param name="queues">Every queue of the features.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class PoisonReplay(StorageRim storage, IEnumerable<EngineQueue> queues, TimeProvider time, ILogger<PoisonReplay> log)
{
    /// <summary>How long one call goes on; well within the 230 seconds that a caller in Azure waits.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>How long a message that is being moved is hidden from another call.</summary>
    internal TimeSpan Hidden { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Replays the poison of every queue, or of the one in <c>?queue=</c>: 200 with how many went back, and how many are left.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> ReplayAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (PoisonShelf.Chosen(request, queues, out var problem) is not { } chosen)
        {
            return problem!;
        }

        var until = time.GetUtcNow() + Longest;
        var answers = new List<Replayed>();
        foreach (var queue in chosen)
        {
            answers.Add(await ReplayAsync(queue, until, cancellationToken));
        }

        return TypedResults.Ok(new { replayed = answers.Sum(answer => answer.Count), left = answers.Sum(answer => answer.Left), queues = answers.Select(answer => new { queue = answer.Queue, replayed = answer.Count, left = answer.Left }) });
    }

    /// <summary>
    /// Replays one message: 200, or 404 where it is not there. Messages are looked through by hiding them, so of two calls at once only one finds
    /// it; the others that were looked at are shown again at the end.
    /// </summary>
    /// <param name="poisonId">The message, as a list shows it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> ReplayOneAsync(string poisonId, CancellationToken cancellationToken)
    {
        if (PoisonId.Read(poisonId, queues) is not { } id)
        {
            return Missing(poisonId);
        }

        var poison = storage.Queue(id.Queue.Name + EngineQueue.PoisonSuffix);
        var others = new List<QueueMessage>();
        try
        {
            var found = await FindAsync(poison, id.Message, others, cancellationToken);
            if (found is not null)
            {
                await MoveAsync(id.Queue, poison, found, cancellationToken);
                Log.Replayed(log, 1, poison.Name);
            }

            return found is null ? Missing(poisonId) : TypedResults.Ok(new { id = id.ToString(), queue = id.Queue.Name, replayed = 1 });
        }
        finally
        {
            // Also where the caller has gone: else they would stay hidden for two minutes.
            await Task.WhenAll(others.Select(other => ShowAsync(poison, other)));
        }
    }

    private static IResult Missing(string poisonId) =>
        Problems.NotFound($"There is no message {poisonId} that was given up: it went back or was lost, or another call is looking through its queue this moment.");

    private async Task<QueueMessage?> FindAsync(QueueClient poison, string id, List<QueueMessage> others, CancellationToken cancellationToken)
    {
        var (waiting, until) = (await WaitingAsync(poison, cancellationToken), time.GetUtcNow() + Longest);
        while (others.Count < waiting && time.GetUtcNow() < until)
        {
            var messages = (await poison.ReceiveMessagesAsync(32, Hidden, cancellationToken)).Value;
            others.AddRange(messages.Where(message => message.MessageId != id));
            var found = messages.FirstOrDefault(message => message.MessageId == id);
            if (found is not null || messages.Length == 0)
            {
                return found;
            }
        }

        return null;
    }

    private static async Task ShowAsync(QueueClient poison, QueueMessage message)
    {
        try
        {
            await poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, messageText: (string?)null, TimeSpan.Zero, CancellationToken.None);
        }
        catch (RequestFailedException)
        {
            // It comes back by itself.
        }
    }

    private async Task MoveAsync(EngineQueue queue, QueueClient poison, QueueMessage message, CancellationToken cancellationToken)
    {
        await storage.Queue(queue.Name).SendMessageAsync(queue.OnReplay?.Invoke(message.Body) ?? message.Body, timeToLive: queue.TimeToLive, cancellationToken: cancellationToken);
        // It is sent: that the caller has gone is no reason to leave it here as well.
        await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
    }

    private async Task<Replayed> ReplayAsync(EngineQueue queue, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var poison = storage.Queue(queue.Name + EngineQueue.PoisonSuffix);
        // What fails again at once comes back behind these and waits for the next call.
        var (waiting, count) = (await WaitingAsync(poison, cancellationToken), 0);
        while (count < waiting && time.GetUtcNow() < until)
        {
            var messages = (await poison.ReceiveMessagesAsync(Math.Min(waiting - count, 32), Hidden, cancellationToken)).Value;
            if (messages.Length == 0)
            {
                break;
            }

            foreach (var message in messages)
            {
                await MoveAsync(queue, poison, message, cancellationToken);
                count++;
            }
        }

        if (count > 0)
        {
            Log.Replayed(log, count, poison.Name);
        }

        return new Replayed(queue.Name, count, await WaitingAsync(poison, cancellationToken));
    }

    /// <summary>How many messages a queue holds, those that another call is moving among them.</summary>
    private static async Task<int> WaitingAsync(QueueClient poison, CancellationToken cancellationToken)
    {
        try
        {
            return (await poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // The host makes it with the first message that it gives up.
            return 0;
        }
    }

    private sealed record Replayed(string Queue, int Count, int Left);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} messages of {Queue} went back to their queue")]
        public static partial void Replayed(ILogger logger, int count, string queue);
    }
}
