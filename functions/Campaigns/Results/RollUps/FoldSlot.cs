namespace Campaigns.Results.RollUps;

/// <summary>A campaign's place among what this process keeps: one roll-up at a time, and what the last one folded.</summary>
internal sealed class FoldSlot
{
    private int waiting;
    private volatile CampaignFold? fold;

    /// <summary>Whose turn it is.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>What was folded; null where nothing is kept. Only who has the turn changes it.</summary>
    public CampaignFold? Fold
    {
        get => fold;
        set => fold = value;
    }

    /// <summary>How many have it or wait for it; <see cref="KeptFolds"/> counts them.</summary>
    public int Users { get; set; }

    /// <summary>When it was used last, as a number that grows.</summary>
    public long UsedAt { get; set; }

    /// <summary>Its memory when it was last used.</summary>
    public long Bytes { get; set; }

    /// <summary>Waits for the turn, unless somebody waits already: whoever begins later sees every change that was made before.</summary>
    /// <returns>Whether the turn was got.</returns>
    public async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > 1)
        {
            Interlocked.Decrement(ref waiting);
            return false;
        }

        try
        {
            await Turn.WaitAsync(cancellationToken);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
