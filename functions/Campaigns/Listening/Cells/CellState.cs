using Azure;

namespace Campaigns.Listening.Cells;

/// <summary>A cell as its row <c>cell|hour</c> says: the open page, and how many sealed ones stand beside it.</summary>
/// <param name="ETag">Storage's tag; null where nothing is stored yet.</param>
/// <param name="Open">The open page.</param>
/// <param name="Sealed">How many sealed pages there are.</param>
/// <param name="Retractions">See <see cref="CellVersion.Retractions"/>.</param>
/// <param name="Shards">On shard 0: how many shards the hour has.</param>
/// <param name="Rewritten">How often sealed pages were written anew: pages that were read before are not those any more.</param>
internal sealed record CellState(ETag? ETag, CellPage Open, int Sealed, long Retractions, int Shards = 1, long Rewritten = 0)
{
    /// <summary>A cell that was never written.</summary>
    public static CellState None { get; } = new(null, CellPage.Empty, 0, 0);
}
