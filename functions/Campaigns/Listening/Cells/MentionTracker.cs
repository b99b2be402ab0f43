using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Campaigns.Listening.Coverage;
using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Cells;

/// <summary>Counts packed mentions: merges each message into its cell, once or more often, with the same result.</summary>
/// <param name="index">The listening campaigns.</param>
/// <param name="shards">How many shards an hour has.</param>
/// <param name="committer">Merges.</param>
/// <param name="coverage">Says what could not be counted.</param>
/// <param name="dropped">Says what came when nobody listened.</param>
/// <param name="rollUps">Asks for the roll-up.</param>
/// <param name="storage">Where the queue is.</param>
/// <param name="options">Its name, and when a message is poison.</param>
/// <param name="metrics">What is counted.</param>
/// <param name="kinds">What kind of span the work on a message is.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class MentionTracker(
    CampaignIndex index,
    HourShards shards,
    CellCommitter committer,
    CoverageTable coverage,
    DroppedMessages dropped,
    RollUpRequests rollUps,
    StorageRim storage,
    IOptions<ListeningOptions> options,
    ListeningMetrics metrics,
    SpanKinds kinds,
    TimeProvider time,
    ILogger<MentionTracker> log)
{
    private const int MostTries = 10;

    /// <summary>Counts a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="InvalidOperationException">Storage says each time anew that the hour has another number of shards than it said.</exception>
    public async Task TrackAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var pack = MentionsMessage.Read(message.Body);
        using var span = EngineTrace.Start("process mentions", kinds.Consumer, pack.TraceParent);
        span?.SetTag("campaigns.campaign", pack.Cell.Campaign);
        span?.SetTag("campaigns.mentions", pack.Page.Count);
        span?.SetTag("messaging.attempt", message.DequeueCount);
        await span.FollowAsync(TrackAsync(pack, message, span, cancellationToken));
    }

    private async Task TrackAsync(MentionsMessage pack, QueueMessage message, Activity? span, CancellationToken cancellationToken)
    {
        var isLast = message.DequeueCount >= options.Value.MaxDequeueCount;
        if (isLast)
        {
            // Before the attempt, so that the record is there even if this process dies of it.
            await coverage.AddMissingAsync(pack, CoverageState.NotCounted, cancellationToken);
        }

        var outcome = await CountAsync(pack, message, cancellationToken);
        span?.SetTag("campaigns.outcome", outcome);
        if (isLast || pack.IsReplayed)
        {
            await coverage.RemoveMissingAsync(pack, CoverageState.NotCounted, cancellationToken);
        }
    }

    /// <returns>What became of it, in a word.</returns>
    private async Task<string> CountAsync(MentionsMessage pack, QueueMessage message, CancellationToken cancellationToken)
    {
        if (await index.ListensAsync(pack.Cell, cancellationToken) is not { } campaign)
        {
            if (await IsCountedAsync(pack, cancellationToken))
            {
                return nameof(CommitOutcome.Unchanged);
            }

            await coverage.AddMissingAsync(pack, await index.IsClosedAsync(pack.Cell, cancellationToken) ? CoverageState.TooLate : CoverageState.Dropped, cancellationToken);
            Log.Dropped(log, pack.Cell.Campaign, pack.Cell.Generation, pack.Page.Count);
            return "Dropped";
        }

        var outcomes = await CommitAsync(pack, cancellationToken);
        if (outcomes.Contains(CommitOutcome.Changed))
        {
            await rollUps.AskAsync(pack.Cell, cancellationToken);
        }

        if (outcomes.Contains(CommitOutcome.Closed))
        {
            await coverage.AddMissingAsync(pack, CoverageState.TooLate, cancellationToken);
            return nameof(CommitOutcome.Closed);
        }

        if (outcomes.Contains(CommitOutcome.Contended))
        {
            // Sent again, so that contention never uses up the attempts of a message. What of it is counted already changes nothing then.
            await storage.Queue(options.Value.MentionsQueue).SendMessageAsync(
                message.Body, TimeSpan.FromSeconds(Random.Shared.Next(1, 6)), TimeSpan.FromSeconds(-1), cancellationToken);
            Log.SentAgain(log, pack.Cell.Campaign, pack.Cell.HourText);
            return nameof(CommitOutcome.Contended);
        }

        metrics.Waited(time.GetUtcNow() - message.InsertedOn);
        await dropped.CountedAsync(pack, campaign, cancellationToken);
        return outcomes.Contains(CommitOutcome.Changed) ? nameof(CommitOutcome.Changed) : nameof(CommitOutcome.Unchanged);
    }

    /// <summary>Merges a message into the cells that the stored number of shards gives it; one, as a rule.</summary>
    private async Task<CommitOutcome[]> CommitAsync(MentionsMessage pack, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var count = await shards.CountAsync(pack.Cell, pack.Shards, cancellationToken);
            var outcomes = await Task.WhenAll(Shards.Split(pack.Page, count)
                .Select(part => committer.CommitAsync(pack.Cell with { Shard = part.Shard }, part.Page, count, cancellationToken)));
            if (!outcomes.Contains(CommitOutcome.SplitOtherwise))
            {
                return outcomes;
            }

            // Another writer gave the hour its number between the question and the write. It never changes again, unless storage was emptied.
            shards.Forget(pack.Cell);
        }

        throw new InvalidOperationException(
            $"The hour {pack.Cell.HourText} of campaign {pack.Cell.Campaign} had another number of shards {MostTries} times in a row; the message comes again.");
    }

    /// <summary>Whether every mention of a message is in its cells: it came once more.</summary>
    private async Task<bool> IsCountedAsync(MentionsMessage pack, CancellationToken cancellationToken)
    {
        var count = await shards.CountAsync(pack.Cell, wanted: 1, cancellationToken);
        var held = await Task.WhenAll(Shards.Split(pack.Page, count)
            .Select(part => committer.HoldsAsync(pack.Cell with { Shard = part.Shard }, part.Page, cancellationToken)));
        return held.All(static isHeld => isHeld);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Mentions} mentions for generation {Generation} of campaign {Campaign} came when it no longer listened.")]
        public static partial void Dropped(ILogger logger, string campaign, string generation, int mentions);

        [LoggerMessage(2, LogLevel.Warning, "The hour {Hour} of campaign {Campaign} is contended; a message was sent again.")]
        public static partial void SentAgain(ILogger logger, string campaign, string hour);
    }
}
