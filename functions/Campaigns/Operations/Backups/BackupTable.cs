namespace Campaigns.Operations.Backups;

/// <summary>How far the copy of a table is.</summary>
/// <param name="Name">The table, a name of <see cref="Storage.TableNames"/>.</param>
/// <param name="Rows">How many rows were copied.</param>
/// <param name="Chunks">The blobs that they are in, in order.</param>
/// <param name="IsWhole">Whether all are.</param>
/// <param name="Partition">The partition of the last one; null before the first.</param>
/// <param name="Row">Its row.</param>
public sealed record BackupTable(string Name, long Rows, IReadOnlyList<string> Chunks, bool IsWhole, string? Partition, string? Row)
{
    /// <summary>A table of which nothing is copied.</summary>
    /// <param name="name">Its name.</param>
    public static BackupTable Of(string name) => new(name, 0, [], false, null, null);
}
