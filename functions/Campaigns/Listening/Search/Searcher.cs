using System.Diagnostics;
using Campaigns.Listening.Coverage;
using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Search;

/// <summary>
/// Works on one message: a few pages of one search, then the row says what comes next. A message whose lease the row does not bear any more
/// is a repetition and does nothing.
/// </summary>
/// <param name="index">The campaigns.</param>
/// <param name="directory">What can be searched.</param>
/// <param name="table">Where searches rest.</param>
/// <param name="intake">Takes in what is found.</param>
/// <param name="turns">Who may be asked now.</param>
/// <param name="queue">Where a search goes on.</param>
/// <param name="options">How often to search.</param>
/// <param name="metrics">What is counted.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class Searcher(
    CampaignIndex index,
    SearchDirectory directory,
    SearchTable table,
    SearchIntake intake,
    SearchTurns turns,
    SearchQueue queue,
    IOptions<SearchOptions> options,
    ListeningMetrics metrics,
    TimeProvider time,
    ILogger<Searcher> log)
{
    /// <summary>Longer than a process may go by the campaigns that it read before.</summary>
    private static readonly TimeSpan NewerPlan = TimeSpan.FromSeconds(6);

    /// <summary>From when on a channel that is not searched is a gap that somebody should know of.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(30);

    /// <summary>Searches.</summary>
    /// <param name="message">What is due.</param>
    /// <param name="cancellationToken">Cancels the work; the search is taken up again when its lease ends.</param>
    public async Task SearchAsync(SearchMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var campaigns = await index.CurrentAsync(cancellationToken);
        var campaign = campaigns.All.Select(listened => listened.Campaign)
            .FirstOrDefault(campaign => campaign.Counts && campaign.Id.Value == message.Campaign && campaign.Generation == message.Generation);
        if (campaign is null ? time.GetUtcNow() - message.SentAt < NewerPlan : campaign.UpdatedAt < message.PlanOf)
        {
            // What is found now would be matched to hashtags of yesterday.
            await queue.SendAsync(message, NewerPlan, cancellationToken);
            return;
        }

        if (campaign is null || await table.FindAsync(campaign, message.Row, cancellationToken) is not { } row || row.Lease != message.Lease)
        {
            Log.Dropped(log, message.Campaign);
            return;
        }

        if (directory.Find(row.Key.Channel) is not { } search || !directory.PlanOf(campaign).Any(key => key.Row == row.Key.Row))
        {
            // It left the plan meanwhile, or this instance is not set up for it.
            await table.WriteAsync(campaign, Spending.None, spending => (row with { Lease = "" }, spending), cancellationToken);
            return;
        }

        var owner = search.ReadsPlan ? campaign.Id.Value : null;
        if (!turns.TryEnter(row.Key.Server, owner))
        {
            await queue.SendAsync(message, TimeSpan.FromSeconds(Random.Shared.Next(5, 16)), cancellationToken);
            return;
        }

        try
        {
            using var span = EngineTrace.Start($"search {row.Key.Channel}", ActivityKind.Client);
            span?.SetTag("campaigns.campaign", message.Campaign);
            span?.SetTag("campaigns.channel", row.Key.Channel);
            var run = new SearchRun(campaigns, campaign, search, directory, table, intake, turns, options.Value, time, log);
            await span.FollowAsync(SearchAsync(run, row, message, span, cancellationToken));
        }
        finally
        {
            turns.Leave(row.Key.Server, owner);
        }
    }

    private async Task SearchAsync(SearchRun run, SearchRow row, SearchMessage message, Activity? span, CancellationToken cancellationToken)
    {
        var left = await run.RunAsync(row, cancellationToken);
        if (left is null)
        {
            Log.Dropped(log, message.Campaign);
            return;
        }

        span?.SetTag("campaigns.outcome", left.State.ToString());
        if (left.State is SearchState.Failed or SearchState.Refused)
        {
            span.Failed(left.State.ToString());
        }

        Log.Searched(log, message.Campaign, left.Key.Channel, CoverageState.Of(left.State));
        // A wait that is known to last is told when it begins: nothing is asked until it ends, and so nothing said.
        if (left is { StoppedAt: { } since, NextAt: { } next } && next - since >= (long)Gap.TotalSeconds)
        {
            Log.NotListened(log, message.Campaign, left.Key.Channel, DateTimeOffset.FromUnixTimeSeconds(since), DateTimeOffset.FromUnixTimeSeconds(next), CoverageState.Of(left.State));
        }

        metrics.Spent(message.Campaign, "searching", run.BudgetUsed);
        if (run.BudgetUsed >= Spending.NearlyAll)
        {
            Log.BudgetNear(log, message.Campaign, (int)(100 * run.BudgetUsed));
        }

        if (left is { IsQueued: true, Lease.Length: > 0 })
        {
            await queue.SendAsync(message with { Lease = left.Lease }, TimeSpan.Zero, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A message about a search of campaign {Campaign} needed nothing: another has it, or the campaign is gone.")]
        public static partial void Dropped(ILogger logger, string campaign);

        [LoggerMessage(2, LogLevel.Information, "A search for campaign {Campaign} on {Channel}: {State}.")]
        public static partial void Searched(ILogger logger, string campaign, string channel, string state);

        [LoggerMessage(3, LogLevel.Warning, "Nobody listens for campaign {Campaign} on {Channel} from {Since:u} to {Until:u} at least: {State}.")]
        public static partial void NotListened(ILogger logger, string campaign, string channel, DateTimeOffset since, DateTimeOffset until, string state);

        [LoggerMessage(4, LogLevel.Warning, "Searches have spent {Percent}% of the budget of campaign {Campaign}.")]
        public static partial void BudgetNear(ILogger logger, string campaign, int percent);
    }
}
