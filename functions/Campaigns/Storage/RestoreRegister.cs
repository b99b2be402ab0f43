using System.Globalization;

namespace Campaigns.Storage;

/// <summary>
/// What must hold after a restore although the backup was made before it was asked for, such as that somebody was erased. It stands beside the backups and
/// not in the tables, which a restore takes back, and goes once the last backup that is older can be brought back no more.
/// </summary>
/// <param name="blobs">Where it stands.</param>
/// <param name="time">The clock.</param>
public sealed class RestoreRegister(BackupBlobs blobs, TimeProvider time)
{
    private const string Folder = "register/";
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Writes something down; what it is about is not done before that is.</summary>
    /// <param name="kind">Whose it is: only lower-case letters.</param>
    /// <param name="id">Its id.</param>
    /// <param name="entry">What a restore needs to know.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task AddAsync(string kind, string id, BinaryData entry, CancellationToken cancellationToken) =>
        blobs.WriteAsync($"{Folder}{time.GetUtcNow().ToString(Stamp, CultureInfo.InvariantCulture)}-{kind}-{id}", entry, null, cancellationToken);

    /// <summary>What was written down, the oldest first.</summary>
    /// <param name="kind">Whose.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<BinaryData>> ReadAsync(string kind, CancellationToken cancellationToken)
    {
        var found = new List<BinaryData>();
        foreach (var name in (await blobs.ListAsync(Folder, cancellationToken)).Where(name => name.Contains($"Z-{kind}-", StringComparison.Ordinal)))
        {
            if (await blobs.ReadAsync(name, cancellationToken) is { } entry)
            {
                found.Add(entry.Bytes);
            }
        }

        return found;
    }

    /// <summary>Forgets what every backup that could still be restored knows.</summary>
    /// <param name="before">Before the oldest of them was begun.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var first = Folder + before.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        foreach (var name in (await blobs.ListAsync(Folder, cancellationToken)).Where(name => string.CompareOrdinal(name, first) < 0))
        {
            await blobs.RemoveAsync(name, cancellationToken);
        }
    }
}
