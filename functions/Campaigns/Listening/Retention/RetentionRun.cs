using Campaigns.Listening.Erasures;
using Campaigns.Planning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Retention;

/// <summary>
/// Ends campaigns whose retention is over. Their counting is closed; when every process knows, the last figures are rolled up and stored; the data
/// key is destroyed, and with it what could tell whose a key was; then the keys themselves go, and once more when every write that was under way has
/// ended. The campaign's row says how far it is, so that a run that is killed anywhere is followed by another that goes on.
/// </summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="keys">Forgets the data keys.</param>
/// <param name="refusals">Lets counters know at once.</param>
/// <param name="figures">Makes the last figures.</param>
/// <param name="purger">Removes the rest.</param>
/// <param name="options">How long to wait between the steps.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class RetentionRun(
    CampaignTable campaigns,
    CampaignKeys keys,
    Refusals refusals,
    FinalFigures figures,
    CampaignPurger purger,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RetentionRun> log)
{
    /// <summary>Goes on with every campaign whose time is over; one that fails does not stop the others.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="AggregateException">Some failed; the next run goes on with them.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (now, closed, faults) = (time.GetUtcNow(), new List<Campaign>(), new List<Exception>());
        await foreach (var campaign in campaigns.ListAsync(after: null, cancellationToken))
        {
            if (campaign.PurgedAt is null && (campaign.ClosedAt is not null || campaign.RetentionEndsAt.ToDateTimeOffset() <= now))
            {
                await TryAsync(campaign, async () => closed.AddRange(await CloseAsync(campaign, now, cancellationToken)), faults);
            }
        }

        if (closed.Where(campaign => campaign.SealedAt is null).Max(campaign => campaign.ClosedAt) is { } last && last + options.Value.KnownAfter > now)
        {
            await Task.Delay(options.Value.KnownAfter, time, cancellationToken);
        }

        foreach (var campaign in closed)
        {
            await TryAsync(campaign, () => EndAsync(campaign, cancellationToken), faults);
        }

        if (faults.Count > 0)
        {
            throw new AggregateException("Some campaigns could not be ended.", faults);
        }
    }

    private async Task TryAsync(Campaign campaign, Func<Task> work, List<Exception> faults)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault, campaign.Id);
            faults.Add(fault);
        }
    }

    /// <summary>Closes a campaign's counting.</summary>
    /// <returns>It; nothing where its plan was changed meanwhile, and the next run looks again.</returns>
    private async Task<IEnumerable<Campaign>> CloseAsync(Campaign campaign, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (campaign.ClosedAt is null)
        {
            if (await campaigns.UpdateAsync(campaign with { ClosedAt = now }, cancellationToken) is not { } written)
            {
                return [];
            }

            campaign = written;
            Log.Closed(log, campaign.Id);
        }

        if (campaign.SealedAt is null)
        {
            await refusals.CloseAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        }

        return [campaign];
    }

    private async Task EndAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        if (campaign.SealedAt is null)
        {
            if (!await figures.RollUpAsync(campaign, cancellationToken)
                || await campaigns.UpdateAsync(campaign with { SealedAt = time.GetUtcNow(), WrappedDataKey = [] }, cancellationToken) is not { } written)
            {
                // Something is still being counted, or somebody archived it meanwhile: the next run goes on.
                return;
            }

            campaign = written;
            keys.Forget(campaign);
        }

        // Only now, and at each run until all is gone: a roll-up that read the campaign before must not write any more.
        var startedAt = time.GetUtcNow();
        await figures.SealAsync(campaign, cancellationToken);
        await purger.PurgeAsync(campaign, cancellationToken);
        if (startedAt - campaign.SealedAt >= options.Value.SecondPassAfter)
        {
            await purger.ForgetAsync(campaign, cancellationToken);
            await campaigns.UpdateAsync(campaign with { PurgedAt = time.GetUtcNow() }, cancellationToken);
            Log.Purged(log, campaign.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The retention of campaign {Campaign} is over; its counting is closed.")]
        public static partial void Closed(ILogger logger, CampaignId campaign);

        [LoggerMessage(2, LogLevel.Information, "What the figures of campaign {Campaign} were made of is gone.")]
        public static partial void Purged(ILogger logger, CampaignId campaign);

        [LoggerMessage(3, LogLevel.Error, "Campaign {Campaign} could not be ended.")]
        public static partial void Failed(ILogger logger, Exception fault, CampaignId campaign);
    }
}
