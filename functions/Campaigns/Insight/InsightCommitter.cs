using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Texts;
using Campaigns.Planning;

namespace Campaigns.Insight;

/// <summary>
/// Adds what was found out about texts to the totals, each mention once: the keys of those that were looked at and the totals that they were added
/// to are written in one transaction, under the tags that were read.
/// </summary>
/// <param name="table">Where it rests.</param>
/// <param name="refusals">Knows which campaigns are closed.</param>
/// <param name="keys">Makes the keys under which phrases are counted.</param>
/// <param name="time">The clock.</param>
public sealed class InsightCommitter(InsightTable table, Refusals refusals, CampaignKeys keys, TimeProvider time) : IDisposable
{
    private const int MostTries = 20;

    /// <summary>One campaign's commits wait for each other in this process: they would write the same rows.</summary>
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    private readonly WaitingCommits waiting = new();

    /// <summary>The texts of a batch that nobody looked at yet, each mention once.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<PackedText>> NewOfAsync(TextsMessage batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var lane = await EnterAsync(batch.Hour, cancellationToken);
        var looked = await table.LookedAtAsync(batch.Hour, cancellationToken);
        return looked.Batches.Contains(batch.Batch) ? [] : [.. batch.Texts.DistinctBy(text => text.Key).Where(text => !looked.Has(text.Key))];
    }

    /// <summary>
    /// Adds texts to the totals, as far as nobody did meanwhile. What waits in this process for the same hour is added with one write.
    /// </summary>
    /// <param name="campaign">Their campaign.</param>
    /// <param name="hour">The campaign and their hour.</param>
    /// <param name="texts">The texts, each mention once.</param>
    /// <param name="analysed">What was found out about them, in their order.</param>
    /// <param name="batch">Their batch, where these are the last of it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>False where other processes were quicker, time after time.</returns>
    public async Task<bool> CommitAsync(
        Campaign campaign, CellId hour, IReadOnlyList<PackedText> texts, AnalysedTexts analysed, ulong? batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(analysed);
        var mine = new WaitingTexts(texts, analysed, batch);
        waiting.Add(hour, mine);
        try
        {
            using var lane = await EnterAsync(hour, cancellationToken);
            if (mine.IsAdded is null)
            {
                var together = waiting.Take(hour, mine);
                try
                {
                    var isAdded = await AddAsync(campaign, hour, together, cancellationToken);
                    together.ForEach(one => one.IsAdded = isAdded);
                }
                finally
                {
                    // Where this one fails, each of the others tries for itself.
                    waiting.GiveBack(hour, together, mine);
                }
            }

            return mine.IsAdded!.Value;
        }
        finally
        {
            waiting.Remove(hour, mine);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var lane in lanes)
        {
            lane.Dispose();
        }
    }

    private async Task<bool> AddAsync(Campaign campaign, CellId hour, IReadOnlyList<WaitingTexts> together, CancellationToken cancellationToken)
    {
        var (partition, day) = (InsightRows.Partition(hour), LocalDay.OfHour(campaign.TimeZone, hour.Hour));
        var phrases = new TextPhrases(campaign, await keys.OfAsync(campaign, cancellationToken));
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            if ((await refusals.OfAsync(hour, cancellationToken)).IsClosed)
            {
                // Its retention ended while the texts were analysed: its figures are final.
                return true;
            }

            var looked = await table.LookedAtAsync(hour, cancellationToken);
            var (oldDay, oldPhrases) = (await table.DayAsync(partition, day, cancellationToken), await table.PhrasesAsync(partition, day, cancellationToken));
            var (newDay, newPhrases, added) = (oldDay.Value.Copy(), oldPhrases.Value.Copy(), new HashSet<ulong>());
            foreach (var one in together)
            {
                var before = added.Count;
                foreach (var (packed, insight) in one.Texts.Zip(one.Analysed.Texts).Where(text => !looked.Has(text.First.Key) && added.Add(text.First.Key)))
                {
                    newDay.Add(new InsightGroup(packed.Channel, packed.Tags, packed.Topics, insight.Language), InsightCounts.Of(insight));
                    phrases.Add(packed, insight, newPhrases, newDay);
                }

                newDay.AddAnalyser(one.Analysed.Analyser, one.Analysed.Version, added.Count - before);
            }

            if (added.Count == 0 || await table.WriteAsync(
                new InsightChange(
                    hour, looked, looked.With(added, together.Select(one => one.Batch).OfType<ulong>()), oldDay with { Value = newDay },
                    phrases.Added ? oldPhrases with { Value = newPhrases } : null),
                cancellationToken))
            {
                return true;
            }

            table.Forget(hour, day);
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * (1 << Math.Min(attempt, 7)))), time, cancellationToken);
        }

        return false;
    }

    private async Task<Lane> EnterAsync(CellId hour, CancellationToken cancellationToken)
    {
        var lane = lanes[(uint)string.GetHashCode(InsightRows.Partition(hour), StringComparison.Ordinal) % lanes.Length];
        await lane.WaitAsync(cancellationToken);
        return new Lane(lane);
    }

    private sealed class Lane(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
