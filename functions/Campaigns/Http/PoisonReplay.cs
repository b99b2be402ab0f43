using Azure;
using Azure.Storage.Queues;
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
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(2);

    /// <summary>Replays the poison of every queue, or of the one in <c>?queue=</c>: 200 with how many went back, and how many are left.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> ReplayAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? asked = request.Query["queue"];
        var chosen = queues.Where(queue => asked is null || queue.Name == asked).OrderBy(queue => queue.Name, StringComparer.Ordinal).ToList();
        if (chosen.Count == 0)
        {
            var faults = new Faults();
            faults.Add("queue", asked, $"must be one of {string.Join(", ", queues.Select(queue => queue.Name).Order(StringComparer.Ordinal))}, or left out for all of them");
            return Problems.Unprocessable(faults);
        }

        var until = time.GetUtcNow() + Longest;
        var answers = new List<Replayed>();
        foreach (var queue in chosen)
        {
            answers.Add(await ReplayAsync(queue, until, cancellationToken));
        }

        return TypedResults.Ok(new { replayed = answers.Sum(answer => answer.Count), left = answers.Sum(answer => answer.Left), queues = answers.Select(answer => new { queue = answer.Queue, replayed = answer.Count, left = answer.Left }) });
    }

    private async Task<Replayed> ReplayAsync(EngineQueue queue, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (poison, target) = (storage.Queue(queue.Name + EngineQueue.PoisonSuffix), storage.Queue(queue.Name));
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
                await target.SendMessageAsync(queue.OnReplay?.Invoke(message.Body) ?? message.Body, timeToLive: queue.TimeToLive, cancellationToken: cancellationToken);
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
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
