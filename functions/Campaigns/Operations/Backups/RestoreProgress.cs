using Azure;

namespace Campaigns.Operations.Backups;

/// <summary>How far a restore is.</summary>
/// <param name="Backup">The backup that comes back.</param>
/// <param name="Table">The number of the table, in the order of the backup.</param>
/// <param name="Chunk">The number of its next chunk.</param>
/// <param name="Rows">How many rows are back.</param>
/// <param name="WithKeys">Whether access keys come back too.</param>
/// <param name="DoneAt">When all of it was back; null while it is under way.</param>
public sealed record RestoreProgress(string Backup, int Table, int Chunk, long Rows, bool WithKeys, DateTimeOffset? DoneAt = null)
{
    /// <summary>Storage's tag; null where it was never written.</summary>
    public ETag? ETag { get; init; }
}
