using System.Collections.Concurrent;
using Campaigns.Planning;
using Microsoft.Extensions.Logging;

namespace Campaigns.Listening.Search;

/// <summary>
/// Finds the searches that are due and hands each to the queue, under a lease that its message bears. What a missed run left is due at the
/// next; of two runs at once each search falls to one; what a worker that died held is due again when its lease ends.
/// </summary>
/// <param name="index">The campaigns.</param>
/// <param name="directory">What can be searched.</param>
/// <param name="table">Where searches rest.</param>
/// <param name="queue">Where due ones go.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class SearchTick(
    CampaignIndex index, SearchDirectory directory, SearchTable table, SearchQueue queue, TimeProvider time, ILogger<SearchTick> log)
{
    private const int AtOnce = 8;

    /// <summary>Hands over everything that is due.</summary>
    /// <param name="cancellationToken">Stops between two campaigns.</param>
    /// <exception cref="AggregateException">Some campaigns failed; what is due there is due at the next run.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!directory.Any)
        {
            return;
        }

        var now = time.GetUtcNow();
        var sent = 0;
        var failures = new ConcurrentQueue<Exception>();
        var listening = (await index.CurrentAsync(cancellationToken)).All.Select(listened => listened.Campaign)
            .Where(campaign => campaign.Counts && ListeningPeriod.Of(campaign).IsOn(now.ToUnixTimeSeconds(), directory.LateBy));
        await Parallel.ForEachAsync(listening, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (campaign, cancel) =>
        {
            try
            {
                Interlocked.Add(ref sent, await RunAsync(campaign, now, cancel));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The others are searched all the same.
                Log.Failed(log, fault, campaign.Id);
                failures.Enqueue(fault);
            }
        });
        if (sent > 0)
        {
            Log.Ran(log, sent);
        }

        if (!failures.IsEmpty)
        {
            throw new AggregateException($"The searches of {failures.Count} campaigns could not be planned.", failures);
        }
    }

    private async Task<int> RunAsync(Campaign campaign, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var plan = directory.PlanOf(campaign);
        if (plan.Count == 0)
        {
            return 0;
        }

        var (period, now) = (ListeningPeriod.Of(campaign), at.ToUnixTimeSeconds());
        var known = await table.GlanceAsync(campaign, cancellationToken);
        var due = plan
            .Select(key => (Key: key, Known: known.GetValueOrDefault(key.Row)))
            .Where(search => search.Known?.IsDue(period, directory.TermsOf(directory.Find(search.Key.Channel)!), campaign.UpdatedAt.ToUnixTimeSeconds(), now) != false)
            .Select(search => SearchClaim.Of(search.Key, search.Known, period.From, now));
        var taken = await table.ClaimAsync(campaign, [.. due], cancellationToken);
        foreach (var claim in taken)
        {
            // After the claim: a message that is not sent is sent again when the lease ends.
            await queue.SendAsync(
                new SearchMessage(campaign.Id.Value, campaign.Generation, claim.Key.Row, claim.Lease, campaign.UpdatedAt, at), TimeSpan.Zero, cancellationToken);
        }

        return taken.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The searches of campaign {Campaign} could not be planned.")]
        public static partial void Failed(ILogger logger, Exception fault, CampaignId campaign);

        [LoggerMessage(2, LogLevel.Information, "{Sent} searches are due.")]
        public static partial void Ran(ILogger logger, int sent);
    }
}
