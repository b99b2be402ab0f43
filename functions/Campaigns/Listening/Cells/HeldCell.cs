namespace Campaigns.Listening.Cells;

/// <summary>What this process holds of a cell.</summary>
internal sealed class HeldCell
{
    /// <summary>About what a cell costs besides its pages, and its place in the cache.</summary>
    private const int Frame = 1024;

    private readonly Lock turn = new();
    private SealedPages pages = new();

    /// <summary>The rest as it was last read or written; null where it is not known. Another process may have changed it since.</summary>
    public CellState? State { get; set; }

    /// <summary>On shard 0: how many shards the hour has, once that is stored; it never changes.</summary>
    public int? Shards { get; set; }

    /// <summary>How much others write it too.</summary>
    public Contention Contention { get; } = new();

    /// <summary>The memory that it takes.</summary>
    public long Size => Frame + pages.Size + (State?.Open.Bytes.Length ?? 0);

    /// <summary>
    /// Its sealed pages as far as they are held. They change only where somebody is erased; what was read before that is let go, and whoever still
    /// uses it finds the cell's tag changed when writing.
    /// </summary>
    /// <param name="rewritten">How often they were written anew, as the cell's row says.</param>
    public SealedPages PagesOf(long rewritten)
    {
        lock (turn)
        {
            return pages = pages.Rewritten < rewritten ? new SealedPages(rewritten) : pages;
        }
    }
}
