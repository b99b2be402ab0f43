using System.Collections.Concurrent;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Supporters;

/// <summary>
/// Whom campaigns name, at rest. A list is spread over rows that bear its version; the head says which version counts and is written last.
/// Beside it stands which account ids were learnt to belong to listed handles.
/// </summary>
/// <param name="storage">The account.</param>
/// <param name="keys">Makes author keys.</param>
public sealed class SupporterTable(StorageRim storage, CampaignKeys keys)
{
    private const int MostKept = 16;
    private const int MostTries = 10;

    private readonly TableClient table = storage.Table(TableNames.Supporters);
    private readonly ConcurrentDictionary<string, SupporterList> kept = new(StringComparer.Ordinal);

    /// <summary>Whom a campaign names now, by author key. One point read where nothing changed since this process read it last.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<SupporterList> ReadAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var partition = CampaignPartition.Of(campaign);
        if (await HeadAsync(partition, cancellationToken) is not { } head)
        {
            return SupporterList.None;
        }

        if (kept.TryGetValue(partition, out var list) && list.Version == head.ETag.ToString())
        {
            return list;
        }

        if (await FindAsync(campaign, cancellationToken) is not { } stored)
        {
            return SupporterList.None;
        }

        var links = await LinksAsync(campaign, cancellationToken);
        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        return kept[partition] = Indexed(stored, links, await keys.OfAsync(campaign, cancellationToken));
    }

    /// <summary>The list as it was put; null where there was never one.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<StoredSupporters?> FindAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var partition = CampaignPartition.Of(campaign);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await HeadAsync(partition, cancellationToken) is not { } head)
            {
                return null;
            }

            var rows = await table.QueryAsync<TableEntity>(KeyText.RowsOf(partition, SupporterRows.RowsOf(head.Version)), cancellationToken: cancellationToken)
                .ToListAsync(cancellationToken);
            if (rows.Count == head.Rows)
            {
                return new StoredSupporters(head, [.. rows.SelectMany(SupporterRows.FromRow)]);
            }

            // Replaced between the two reads: the head says so now.
        }

        throw new InvalidOperationException($"The supporters of campaign {campaign.Id} were replaced {MostTries} times while they were read.");
    }

    /// <summary>Which version counts; null where there was never a list.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<SupporterHead?> HeadAsync(Campaign campaign, CancellationToken cancellationToken) =>
        HeadAsync(CampaignPartition.Of(campaign), cancellationToken);

    /// <summary>Which account ids were learnt, by handle; both as author keys.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyDictionary<UInt128, UInt128>> LinksAsync(Campaign campaign, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(CampaignPartition.Of(campaign), SupporterRows.LinkPrefix), cancellationToken: cancellationToken)
            .Select(SupporterRows.FromLink)
            .ToDictionaryAsync(link => link.Handle, link => link.Author, cancellationToken: cancellationToken);

    private async Task<SupporterHead?> HeadAsync(string partition, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, SupporterRows.Head, cancellationToken: cancellationToken);
        return found.HasValue ? SupporterRows.FromHead(found.Value!) : null;
    }

    private static SupporterList Indexed(StoredSupporters stored, IReadOnlyDictionary<UInt128, UInt128> links, MentionKeys keys)
    {
        var byAuthor = new Dictionary<UInt128, Supporter>();
        var all = new List<Supporter>();
        foreach (var entry in stored.Entries)
        {
            var authors = SupporterKeys.Of(entry, keys).ToArray();
            all.Add(new Supporter(entry.Channel, entry.Name, entry.Handle, entry.Kind, authors[0], all.Count));
            foreach (var author in authors)
            {
                byAuthor.TryAdd(author, all[^1]);
            }
        }

        // What the list itself says comes before what was learnt, and that before what is only likely.
        foreach (var (number, entry) in stored.Entries.Index())
        {
            if (SupporterKeys.Learns(entry, keys) is { } handle && links.TryGetValue(handle, out var author))
            {
                byAuthor.TryAdd(author, all[number]);
            }
        }

        foreach (var (number, entry) in stored.Entries.Index())
        {
            if (SupporterKeys.AsId(entry, keys) is { } author)
            {
                byAuthor.TryAdd(author, all[number]);
            }
        }

        return new SupporterList(stored.Head.ETag.ToString(), all, byAuthor);
    }
}
