using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Cells;

/// <summary>Asks for a campaign's roll-up a few seconds after a change; changes meanwhile share the one that is on its way.</summary>
/// <param name="storage">Where the queue is.</param>
/// <param name="options">Its name, and the delay.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class RollUpRequests(StorageRim storage, IOptions<ListeningOptions> options, TimeProvider time, ILogger<RollUpRequests> log)
{
    private readonly ConcurrentDictionary<RollUpMessage, DateTimeOffset> onTheWay = new();

    /// <summary>How many campaigns have one on its way, or had when one was sent last.</summary>
    public int OnTheWay => onTheWay.Count;

    /// <summary>Asks for a roll-up, unless one that will see the change is on its way.</summary>
    /// <param name="cell">The cell that changed; its change is stored.</param>
    /// <param name="cancellationToken">Cancels the send.</param>
    public async Task AskAsync(CellId cell, CancellationToken cancellationToken)
    {
        var message = new RollUpMessage(cell.Campaign, cell.Generation);
        var (now, delay) = (time.GetUtcNow(), TimeSpan.FromSeconds(options.Value.RollUpDelaySeconds));
        if (!Claim(message, now, now + delay))
        {
            return;
        }

        try
        {
            await SendAsync(message, delay, cancellationToken);
        }
        catch (RequestFailedException fault)
        {
            // The change is stored and marked dirty: the sweep finds it within a minute.
            onTheWay.TryRemove(message, out _);
            Log.NotAsked(log, fault, cell.Campaign);
        }
    }

    /// <summary>Asks for a roll-up after a delay.</summary>
    /// <param name="message">The campaign.</param>
    /// <param name="delay">The delay.</param>
    /// <param name="cancellationToken">Cancels the send.</param>
    public async Task SendAsync(RollUpMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var arrived in onTheWay.Where(asked => asked.Value <= now && asked.Key != message))
        {
            onTheWay.TryRemove(arrived);
        }

        onTheWay[message] = now + delay;
        await storage.Queue(options.Value.RollUpsQueue).SendMessageAsync(
            JsonSerializer.Serialize(message), visibilityTimeout: delay, cancellationToken: cancellationToken);
    }

    /// <summary>Whether it is for this invocation to ask: of several at the same time, one does.</summary>
    private bool Claim(RollUpMessage message, DateTimeOffset now, DateTimeOffset due)
    {
        while (true)
        {
            if (!onTheWay.TryGetValue(message, out var asked))
            {
                if (onTheWay.TryAdd(message, due))
                {
                    return true;
                }
            }
            else if (asked > now)
            {
                return false;
            }
            else if (onTheWay.TryUpdate(message, due, asked))
            {
                return true;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The roll-up of campaign {Campaign} could not be asked for; the sweep will find it.")]
        public static partial void NotAsked(ILogger logger, Exception fault, string campaign);
    }
}
