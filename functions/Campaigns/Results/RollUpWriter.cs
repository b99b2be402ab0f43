using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Microsoft.Extensions.Logging;

namespace Campaigns.Results;

/// <summary>
/// Rolls a campaign's cells up into its summary and days. What is stored is read first, then which cells are dirty, then the cells: so an
/// older roll-up can never overwrite a newer one, and a cell that changes meanwhile stays dirty.
/// </summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="cells">Where cells rest.</param>
/// <param name="summaries">Where roll-ups rest.</param>
/// <param name="pace">Spreads roll-ups out.</param>
/// <param name="requests">Asks for those that must wait.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class RollUpWriter(
    CampaignTable campaigns, CellTable cells, SummaryTable summaries, RollUpPace pace, RollUpRequests requests, TimeProvider time, ILogger<RollUpWriter> log)
{
    private const int MostTries = 10;

    /// <summary>Rolls up a campaign that a message names; one that is gone or was made anew needs none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task RollUpAsync(RollUpMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (pace.RestOf(message) is var rest && rest > TimeSpan.Zero)
        {
            await requests.SendAsync(message, rest, cancellationToken);
        }
        else if (CampaignId.TryParse(message.Campaign, out var id)
            && await campaigns.FindAsync(id, cancellationToken) is { } campaign && campaign.Generation == message.Generation)
        {
            await RollUpAsync(campaign, cancellationToken);
        }
    }

    /// <summary>Rolls up every campaign whose cells or plan changed since its last roll-up; one that fails does not stop the others.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="AggregateException">Some failed.</exception>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var faults = new List<Exception>();
        await foreach (var campaign in campaigns.ListAsync(after: null, cancellationToken))
        {
            try
            {
                await RollUpAsync(campaign, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Failed(log, fault, campaign.Id);
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException("Some campaigns could not be rolled up.", faults);
        }
    }

    /// <summary>Rolls up a campaign if its cells or its plan changed.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task RollUpAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var (id, generation) = (campaign.Id.Value, campaign.Generation);
        var plan = FoldPlan.Of(campaign);
        var started = time.GetTimestamp();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var asOf = time.GetUtcNow();
            var summary = await summaries.FindAsync(id, generation, cancellationToken);
            var dirty = await cells.ReadDirtyAsync(id, generation, cancellationToken);
            if (dirty.Count == 0 && (summary is null || summary.Summary.Plan == plan.ToString()))
            {
                return;
            }

            var before = new StoredRollUp(summary, await summaries.ReadDaysAsync(id, generation, cancellationToken));
            var fold = new CampaignFold(plan, summary?.Summary.Totals.Authors.Contributors ?? 0);
            await foreach (var (cell, records) in cells.ReadAllAsync(id, generation, cancellationToken))
            {
                fold.Add(cell.Hour, records);
            }

            var (after, days) = fold.End(asOf);
            if (await summaries.ReplaceAsync(id, generation, before, after, days, cancellationToken))
            {
                await cells.ClearDirtyAsync(id, generation, dirty, cancellationToken);
                pace.Done(new RollUpMessage(id, generation), time.GetElapsedTime(started));
                Log.RolledUp(log, campaign.Id, after.Totals.Mentions, dirty.Count);
                return;
            }
        }

        throw new InvalidOperationException($"Campaign {id} was rolled up by others {MostTries} times in a row; this roll-up gives way.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Campaign {Campaign} rolled up: {Mentions} mentions, {Dirty} changed hours.")]
        public static partial void RolledUp(ILogger logger, CampaignId campaign, long mentions, int dirty);

        [LoggerMessage(2, LogLevel.Error, "Campaign {Campaign} could not be rolled up.")]
        public static partial void Failed(ILogger logger, Exception fault, CampaignId campaign);
    }
}
