using System.Collections.Concurrent;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Results.RollUps;

/// <summary>
/// What this process keeps of the campaigns that it rolled up, in bounded memory: what was used longest ago goes first, days before campaigns.
/// What has gone is folded again from the cells.
/// </summary>
/// <param name="options">How much memory all of it may take.</param>
/// <param name="log">The log.</param>
public sealed partial class KeptFolds(IOptions<ListeningOptions> options, ILogger<KeptFolds> log)
{
    private readonly Lock turn = new();
    private readonly ConcurrentDictionary<RollUpMessage, FoldSlot> slots = new();
    private long uses;

    /// <summary>How many campaigns are kept, or being rolled up.</summary>
    public int Campaigns => slots.Count;

    /// <summary>The memory that is kept between roll-ups.</summary>
    public long Bytes => slots.Values.Sum(slot => slot.Bytes);

    /// <summary>How much memory all of it may take, in bytes.</summary>
    internal long Budget { get; init; } = options.Value.RollUpMegabytes * 1024L * 1024;

    /// <summary>A campaign's place; who takes it gives it back with <see cref="Leave"/>.</summary>
    internal FoldSlot Enter(RollUpMessage campaign)
    {
        lock (turn)
        {
            var slot = slots.GetOrAdd(campaign, static _ => new FoldSlot());
            slot.Users++;
            return slot;
        }
    }

    /// <summary>Gives a campaign's place back; where nothing is kept in it and nobody else has it, it goes.</summary>
    internal void Leave(RollUpMessage campaign, FoldSlot slot)
    {
        lock (turn)
        {
            if (--slot.Users == 0 && slot.Fold is null)
            {
                slots.TryRemove(campaign, out _);
            }
        }
    }

    /// <summary>Notes that a campaign is folded now; a look whether there is anything to fold is no use of it.</summary>
    internal void Use(FoldSlot slot) => slot.UsedAt = Interlocked.Increment(ref uses);

    /// <summary>Lets go of what is too much.</summary>
    /// <param name="mine">The campaign whose turn the caller has.</param>
    /// <param name="isDone">Whether the caller needs it no more: then it may go as a whole.</param>
    internal void Trim(FoldSlot mine, bool isDone)
    {
        mine.Bytes = mine.Fold?.Bytes ?? 0;
        if (Bytes <= Budget)
        {
            return;
        }

        KeyValuePair<RollUpMessage, FoldSlot>[] oldestFirst = [.. slots.OrderBy(slot => slot.Value.UsedAt)];
        foreach (var (_, slot) in oldestFirst)
        {
            Change(slot, mine, fold =>
            {
                while (Bytes > Budget && fold.LetDayGo())
                {
                    slot.Bytes = fold.Bytes;
                }
            });
        }

        foreach (var (campaign, slot) in oldestFirst.Where(slot => Bytes > Budget && (isDone || slot.Value != mine)))
        {
            Change(slot, mine, fold =>
            {
                Log.LetGo(log, campaign.Campaign, fold.Bytes, Budget);
                (slot.Fold, slot.Bytes) = (null, 0);
            });
        }
    }

    /// <summary>Changes a slot unless its campaign is being rolled up by another.</summary>
    private static void Change(FoldSlot slot, FoldSlot mine, Action<CampaignFold> change)
    {
        if (slot != mine && !slot.Turn.Wait(0))
        {
            return;
        }

        try
        {
            if (slot.Fold is { } fold)
            {
                change(fold);
            }
        }
        finally
        {
            if (slot != mine)
            {
                slot.Turn.Release();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What was folded of campaign {Campaign}, {Bytes} bytes, is let go: {Budget} may be kept for all campaigns. Its next roll-up reads all its cells again.")]
        public static partial void LetGo(ILogger logger, string campaign, long bytes, long budget);
    }
}
