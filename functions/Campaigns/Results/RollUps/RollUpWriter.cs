using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Search;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Microsoft.Extensions.Logging;

namespace Campaigns.Results.RollUps;

/// <summary>
/// Rolls a campaign's cells up into its summary and days. What is stored is read first, then the plan, then which cells are dirty, then the
/// cells: so an older roll-up or plan can never overwrite a newer one, and a cell that changes meanwhile stays dirty.
/// </summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="supporters">Whom campaigns name.</param>
/// <param name="refusals">Whom they erase.</param>
/// <param name="keys">Opens their keys.</param>
/// <param name="cells">Where cells rest.</param>
/// <param name="searches">What was searched.</param>
/// <param name="folder">Folds them.</param>
/// <param name="summaries">Where roll-ups rest.</param>
/// <param name="kept">What this process folded before.</param>
/// <param name="pace">Spreads roll-ups out.</param>
/// <param name="requests">Asks for those that must wait.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class RollUpWriter(
    CampaignTable campaigns,
    SupporterTable supporters,
    Refusals refusals,
    CampaignKeys keys,
    CellTable cells,
    SearchTable searches,
    CellFolder folder,
    SummaryTable summaries,
    KeptFolds kept,
    RollUpPace pace,
    RollUpRequests requests,
    TimeProvider time,
    ILogger<RollUpWriter> log)
{
    private const int MostTries = 10;

    /// <summary>Rolls up a campaign that a message names; one that is gone or was made anew needs none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public Task RollUpAsync(RollUpMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return InTurnAsync(message, async slot =>
        {
            if (pace.RestOf(message) is var rest && rest > TimeSpan.Zero)
            {
                await requests.SendAsync(message, rest, cancellationToken);
            }
            else
            {
                await RollUpAsync(message, slot, cancellationToken);
            }
        }, cancellationToken);
    }

    /// <summary>Rolls up every campaign whose cells or plan changed since its last roll-up, or that was searched first; one that fails does not stop the others.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="AggregateException">Some failed.</exception>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var faults = new List<Exception>();
        await foreach (var campaign in campaigns.ListAsync(after: null, cancellationToken).Where(campaign => campaign.SealedAt is null))
        {
            try
            {
                var message = new RollUpMessage(campaign.Id.Value, campaign.Generation);
                await InTurnAsync(message, slot => RollUpAsync(message, slot, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Failed(log, fault, campaign.Id.Value);
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException("Some campaigns could not be rolled up.", faults);
        }
    }

    /// <summary>Rolls up a campaign for the last time.</summary>
    /// <param name="message">The campaign; nothing of it counts any more.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Whether everything that was counted is in the figures.</returns>
    public async Task<bool> FinishAsync(RollUpMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var slot = kept.Enter(message);
        try
        {
            await slot.Turn.WaitAsync(cancellationToken);
            await InTurnAsync(slot, mine => RollUpAsync(message, mine, cancellationToken));
            return (await cells.ReadDirtyAsync(message.Campaign, message.Generation, cancellationToken)).Count == 0;
        }
        finally
        {
            kept.Leave(message, slot);
        }
    }

    private async Task InTurnAsync(RollUpMessage message, Func<FoldSlot, Task> work, CancellationToken cancellationToken)
    {
        var slot = kept.Enter(message);
        try
        {
            if (await slot.EnterAsync(cancellationToken))
            {
                await InTurnAsync(slot, work);
            }
        }
        finally
        {
            kept.Leave(message, slot);
        }
    }

    private async Task InTurnAsync(FoldSlot slot, Func<FoldSlot, Task> work)
    {
        try
        {
            await work(slot);
        }
        finally
        {
            kept.Trim(slot, isDone: true);
            slot.Turn.Release();
        }
    }

    private async Task RollUpAsync(RollUpMessage message, FoldSlot slot, CancellationToken cancellationToken)
    {
        var (id, generation) = (message.Campaign, message.Generation);
        var started = time.GetTimestamp();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var asOf = time.GetUtcNow();
            var stored = await summaries.ReadStoredAsync(id, generation, cancellationToken);
            if (await PlanAsync(message, cancellationToken) is not { } plan)
            {
                slot.Fold = null;
                return;
            }

            var dirty = await cells.ReadDirtyAsync(id, generation, cancellationToken);
            // That nobody said anything is a figure too, once somebody looked.
            if (dirty.Count == 0 && (stored.SummaryTag is null ? !await searches.FoundNothingAsync(id, generation, cancellationToken) : stored.Plan == plan.ToString()))
            {
                return;
            }

            var fold = await folder.FoldAsync(message, plan, slot, cancellationToken);
            var (summary, rows) = fold.End(asOf);
            if ((await refusals.OfAsync(id, generation, cancellationToken)).Version != plan.Refused.Version)
            {
                // Cells may have been looked through meanwhile of which the plan did not know: some would say who somebody is, and some not.
                continue;
            }

            if (await summaries.ReplaceAsync(id, generation, stored, summary, rows, cancellationToken))
            {
                await cells.ClearDirtyAsync(id, generation, dirty, cancellationToken);
                pace.Done(message, time.GetElapsedTime(started));
                Log.RolledUp(log, id, summary.Totals.Mentions, dirty.Count);
                return;
            }
        }

        throw new InvalidOperationException($"Campaign {id} was rolled up by others {MostTries} times in a row; this roll-up gives way.");
    }

    private async Task<FoldPlan?> PlanAsync(RollUpMessage message, CancellationToken cancellationToken) =>
        // Of a campaign that is sealed the cells are gone, and what is stored stands for good.
        await campaigns.FindAsync(message.Campaign, message.Generation, cancellationToken) is { SealedAt: null } campaign
            ? FoldPlan.Of(
                campaign, await supporters.ReadAsync(campaign, cancellationToken), await refusals.OfAsync(message.Campaign, message.Generation, cancellationToken),
                await OwnAccounts.OfAsync(campaign, keys, cancellationToken))
            : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Campaign {Campaign} rolled up: {Mentions} mentions, {Dirty} changed hours.")]
        public static partial void RolledUp(ILogger logger, string campaign, long mentions, int dirty);

        [LoggerMessage(2, LogLevel.Error, "Campaign {Campaign} could not be rolled up.")]
        public static partial void Failed(ILogger logger, Exception fault, string campaign);
    }
}
