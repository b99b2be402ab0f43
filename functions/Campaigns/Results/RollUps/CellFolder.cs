using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>Brings what a process folded of a campaign up to its cells as they are now.</summary>
/// <param name="cells">Where cells rest.</param>
/// <param name="kept">What this process keeps.</param>
public sealed class CellFolder(CellTable cells, KeptFolds kept)
{
    /// <summary>How many cells are asked for ahead of the one that is folded.</summary>
    private const int Ahead = 3;

    private const int MostTries = 3;

    /// <summary>Folds what changed; everything where nothing is kept, or what is kept does not hold any more.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="slot">Its place, whose turn the caller has.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<CampaignFold> FoldAsync(RollUpMessage campaign, FoldPlan plan, FoldSlot slot, CancellationToken cancellationToken)
    {
        kept.Use(slot);
        // Not kept until it is whole again: a fold that broke off is none.
        var fold = slot.Fold is { } known && known.Take(plan) ? known : new CampaignFold(plan);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            slot.Fold = null;
            var versions = await cells.ListAsync(campaign.Campaign, campaign.Generation, cancellationToken);
            if (fold.Missing(versions) is { } missing && await ReadAsync(fold, missing, slot, cancellationToken))
            {
                return slot.Fold = fold;
            }

            fold = new CampaignFold(plan);
        }

        throw new InvalidOperationException($"The cells of campaign {campaign.Campaign} changed {MostTries} times while they were read; this roll-up gives way.");
    }

    private async Task<bool> ReadAsync(CampaignFold fold, IReadOnlyList<CellVersion> missing, FoldSlot slot, CancellationToken cancellationToken)
    {
        slot.Fold = fold;
        var ahead = new Queue<Task<StoredRecords>>();
        try
        {
            for (var next = 0; next < missing.Count; next++)
            {
                for (var asked = next + ahead.Count; asked < missing.Count && ahead.Count <= Ahead; asked++)
                {
                    ahead.Enqueue(cells.ReadRecordsAsync(missing[asked], cancellationToken));
                }

                if (!fold.Add(missing[next].Id, await ahead.Dequeue()))
                {
                    return false;
                }

                kept.Trim(slot, isDone: false);
            }

            return true;
        }
        finally
        {
            slot.Fold = null;
            await Task.WhenAll(ahead.Select(read => ((Task)read).ContinueWith(static _ => { }, TaskScheduler.Default)));
        }
    }
}
