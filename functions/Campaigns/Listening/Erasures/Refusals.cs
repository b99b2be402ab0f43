using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Erasures;

/// <summary>
/// Keeps the refusal lists at hand for a few seconds; one small query tells for all campaigns whether one changed. A change of this process is seen
/// at once, that of another within <see cref="ListeningOptions.CampaignCacheSeconds"/>.
/// </summary>
/// <param name="storage">The account.</param>
/// <param name="time">The clock.</param>
/// <param name="options">How long to keep them.</param>
public sealed class Refusals(StorageRim storage, TimeProvider time, IOptions<ListeningOptions> options) : IDisposable
{
    private readonly TableClient table = storage.Table(TableNames.Erasures);
    private readonly ShortCopy<IReadOnlyDictionary<string, Mark>> copy = new(time, TimeSpan.FromSeconds(options.Value.CampaignCacheSeconds));
    private readonly ConcurrentDictionary<string, RefusalList> kept = new(StringComparer.Ordinal);
    private long changes;

    /// <summary>Grows with every change made in this process.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>The list of a cell's campaign.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public ValueTask<RefusalList> OfAsync(CellId cell, CancellationToken cancellationToken) => OfAsync(cell.Campaign, cell.Generation, cancellationToken);

    /// <summary>The list of a campaign.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async ValueTask<RefusalList> OfAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var marks = await MarksAsync(cancellationToken);
        if (marks.Count == 0 || !marks.TryGetValue(CampaignPartition.Of(campaign, generation), out var mark))
        {
            return RefusalList.None;
        }

        var partition = CampaignPartition.Of(campaign, generation);
        return kept.TryGetValue(partition, out var list) && list.Version == mark.Version
            ? list
            : kept[partition] = RefusalRows.ToList(mark.Version, await ReadAsync(partition, cancellationToken)) with { IsClosed = mark.IsClosed };
    }

    /// <summary>Lets other processes and this one see that a list has changed. It is written after the list.</summary>
    internal async Task MarkAsync(string partition, CancellationToken cancellationToken)
    {
        await table.UpsertEntityAsync(NewMark(partition), TableUpdateMode.Merge, cancellationToken);
        Interlocked.Increment(ref changes);
    }

    /// <summary>The same, where the list's mark still is: what retention purged meanwhile stays away.</summary>
    internal async Task MarkAgainAsync(string partition, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(NewMark(partition), ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // The campaign's rows are gone, the list with them.
        }

        Interlocked.Increment(ref changes);
    }

    /// <summary>Lets other processes and this one see that a campaign is closed, whatever waits.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task CloseAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var mark = NewMark(CampaignPartition.Of(campaign, generation));
        mark["Closed"] = true;
        await table.UpsertEntityAsync(mark, TableUpdateMode.Merge, cancellationToken);
        Interlocked.Increment(ref changes);
    }

    /// <summary>A list as it is stored.</summary>
    internal async Task<IReadOnlyList<ErasedAuthor>> ReadAsync(string partition, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(partition, RefusalRows.Prefix), cancellationToken: cancellationToken)
            .Select(RefusalRows.FromRow).ToListAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose() => copy.Dispose();

    private static TableEntity NewMark(string partition) => new(RefusalRows.Marks, partition) { ["Version"] = $"{Guid.NewGuid():n}" };

    private ValueTask<IReadOnlyDictionary<string, Mark>> MarksAsync(CancellationToken cancellationToken) =>
        copy.GetAsync(() => Changes, (_, token) => ReadMarksAsync(token), cancellationToken);

    private async Task<IReadOnlyDictionary<string, Mark>> ReadMarksAsync(CancellationToken cancellationToken)
    {
        var marks = await table.QueryAsync<TableEntity>(KeyText.RowsOf(RefusalRows.Marks, ""), cancellationToken: cancellationToken)
            .ToDictionaryAsync(row => row.RowKey, row => new Mark(row.GetString("Version"), row.GetBoolean("Closed") ?? false), StringComparer.Ordinal, cancellationToken);
        foreach (var gone in kept.Keys.Where(partition => !marks.ContainsKey(partition)))
        {
            kept.TryRemove(gone, out _);
        }

        return marks;
    }

    private sealed record Mark(string Version, bool IsClosed);
}
