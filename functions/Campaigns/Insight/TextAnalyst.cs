using System.Runtime.ExceptionServices;
using Azure.Storage.Queues.Models;
using Campaigns.Listening;
using Campaigns.Listening.Texts;
using Campaigns.Planning;
using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight;

/// <summary>Has texts analysed and adds what they come to, each mention once however often it comes.</summary>
/// <param name="index">The listening campaigns.</param>
/// <param name="analyser">Finds out what they feel.</param>
/// <param name="committer">Adds it up.</param>
/// <param name="storage">Where the queue is.</param>
/// <param name="options">Its name.</param>
/// <param name="kinds">What kind of span the work on a message is.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class TextAnalyst(
    CampaignIndex index, IAnalyser analyser, InsightCommitter committer, StorageRim storage, IOptions<TextsOptions> options, SpanKinds kinds,
    TimeProvider time, ILogger<TextAnalyst> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Analyses a batch, and adds it up.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task AnalyseAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var batch = TextsMessage.Read(message.Body);
        using var span = EngineTrace.Start("process texts", kinds.Consumer, batch.TraceParent);
        span?.SetTag("campaigns.campaign", batch.Hour.Campaign);
        span?.SetTag("campaigns.texts", batch.Texts.Count);
        span?.SetTag("messaging.attempt", message.DequeueCount);
        await span.FollowAsync(AnalyseAsync(batch, message, cancellationToken));
    }

    private async Task AnalyseAsync(TextsMessage batch, QueueMessage message, CancellationToken cancellationToken)
    {
        if (await index.ListensAsync(batch.Hour, cancellationToken) is not { ClosedAt: null } campaign)
        {
            // Of another generation, archived or closed: what nobody counts is not looked at either.
            Log.Dropped(log, batch.Hour.Campaign, batch.Hour.Generation, batch.Texts.Count);
            return;
        }

        var texts = await committer.NewOfAsync(batch, cancellationToken);
        foreach (var some in texts.Chunk(Math.Min(Math.Max(texts.Count, 1), analyser.MostTexts)))
        {
            if (await WaitOfAsync(campaign, batch, some, some[^1] == texts[^1], cancellationToken) is { } wait)
            {
                // Sent again, so that neither a busy service nor a busy table uses up the attempts of a message. What of it is counted adds nothing then.
                await storage.Queue(options.Value.TextsQueue).SendMessageAsync(message.Body, wait, LifeOf(message, wait), cancellationToken);
                Log.SentAgain(log, batch.Hour.Campaign, batch.Hour.HourText, wait);
                return;
            }
        }
    }

    /// <summary>How long a message may still wait: sent again it lives no longer than it would have.</summary>
    private TimeSpan LifeOf(QueueMessage message, TimeSpan wait)
    {
        var left = message.ExpiresOn - time.GetUtcNow() is { } known && known < TextsMessage.TimeToLive ? known : TextsMessage.TimeToLive;
        // Storage refuses a message that would end before it is seen.
        return left > wait ? left : wait + Second;
    }

    /// <summary>Analyses and adds some texts of a batch: what was answered is counted, whatever became of the rest, for it is paid.</summary>
    /// <returns>How long to wait before the batch is tried again; null where these are done.</returns>
    private async Task<TimeSpan?> WaitOfAsync(Campaign campaign, TextsMessage batch, PackedText[] texts, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            var analysed = await AskAsync(campaign, texts, cancellationToken);
            var told = texts.Zip(analysed.Texts).Where(text => text.Second.Status != InsightStatus.Unanswered).ToList();
            var isAdded = await committer.CommitAsync(
                campaign, batch.Hour, [.. told.Select(text => text.First)], analysed with { Texts = [.. told.Select(text => text.Second)] },
                isLast && analysed.Trouble is null ? batch.Batch : null, cancellationToken);
            if (analysed.Trouble is { } trouble)
            {
                ExceptionDispatchInfo.Throw(trouble);
            }

            return isAdded ? null : TimeSpan.FromSeconds(Random.Shared.Next(1, 6));
        }
        catch (RetryLaterException later)
        {
            return later.Wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : later.Wait > LongestWait ? LongestWait : later.Wait;
        }
    }

    /// <summary>Asks what texts say beside the campaign's own hashtags.</summary>
    private async Task<AnalysedTexts> AskAsync(Campaign campaign, PackedText[] texts, CancellationToken cancellationToken)
    {
        var hashtags = new OwnHashtags(campaign);
        var answered = await analyser.AnalyseAsync(
            campaign, [.. texts.Select(text => new TextToAnalyse(hashtags.Without(text.Text), text.Language, text.Key))], cancellationToken);
        return answered.Texts.Count == texts.Length
            ? answered
            : throw new InvalidOperationException($"The analyser {answered.Analyser} answered {answered.Texts.Count} of {texts.Length} texts.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Texts} texts for generation {Generation} of campaign {Campaign} came when it no longer listened.")]
        public static partial void Dropped(ILogger logger, string campaign, string generation, int texts);

        [LoggerMessage(2, LogLevel.Information, "Texts of the hour {Hour} of campaign {Campaign} were sent again, to be tried in {Wait}.")]
        public static partial void SentAgain(ILogger logger, string campaign, string hour, TimeSpan wait);
    }
}
