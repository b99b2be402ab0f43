using Campaigns.Storage;

namespace Campaigns.Operations.Backups;

/// <summary>Which backups there are, and how far each is.</summary>
/// <param name="blobs">Where they lie.</param>
public sealed class BackupCatalogue(BackupBlobs blobs)
{
    /// <summary>Every backup, the oldest first.</summary>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<BackupState>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<BackupState>();
        foreach (var name in await blobs.ListAsync("20", cancellationToken))
        {
            if (name.EndsWith("/state.json", StringComparison.Ordinal) && await FindAsync(name[..name.IndexOf('/', StringComparison.Ordinal)], cancellationToken) is { } state)
            {
                found.Add(state);
            }
        }

        return found;
    }

    /// <summary>The id of every backup of which anything is there, the oldest first: of one whose removal broke off, only pieces are.</summary>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<string>> FoldersAsync(CancellationToken cancellationToken) =>
        [.. (await blobs.ListAsync("20", cancellationToken)).Select(name => name[..name.IndexOf('/', StringComparison.Ordinal)]).Distinct()];

    /// <summary>Finds a backup.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<BackupState?> FindAsync(string id, CancellationToken cancellationToken) =>
        await blobs.ReadAsync(BackupState.BlobOf(id), cancellationToken) is var (bytes, tag) ? BackupState.Read(id, bytes, tag) : null;

    /// <summary>Writes how far a backup is.</summary>
    /// <param name="state">It, with the tag that it was read with.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>It with its new tag, or null where another run is at it.</returns>
    public async Task<BackupState?> WriteAsync(BackupState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return await blobs.WriteAsync(BackupState.BlobOf(state.Id), state.Write(), state.ETag, cancellationToken) is { } tag ? state with { ETag = tag } : null;
    }

    /// <summary>Removes a backup, or what is left of one: first that it was there, so that no half of one looks like one.</summary>
    /// <param name="id">The backup.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await blobs.RemoveAsync(BackupState.BlobOf(id), cancellationToken);
        foreach (var name in await blobs.ListAsync($"{id}/", cancellationToken))
        {
            await blobs.RemoveAsync(name, cancellationToken);
        }
    }
}
