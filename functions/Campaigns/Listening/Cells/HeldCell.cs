namespace Campaigns.Listening.Cells;

/// <summary>What this process holds of a cell.</summary>
internal sealed class HeldCell
{
    /// <summary>About what a cell costs besides its pages, and its place in the cache.</summary>
    private const int Frame = 1024;

    /// <summary>Its sealed pages: they never change, so that what is held is true for ever.</summary>
    public SealedPages Pages { get; } = new();

    /// <summary>The rest as it was last read or written; null where it is not known. Another process may have changed it since.</summary>
    public CellState? State { get; set; }

    /// <summary>On shard 0: how many shards the hour has, once that is stored; it never changes.</summary>
    public int? Shards { get; set; }

    /// <summary>How much others write it too.</summary>
    public Contention Contention { get; } = new();

    /// <summary>The memory that it takes.</summary>
    public long Size => Frame + Pages.Size + (State?.Open.Bytes.Length ?? 0);
}
