using Azure;
using Azure.Data.Tables;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Erasures;

/// <summary>Takes people who are erased off campaigns' lists of supporters, with what was learnt of them.</summary>
/// <param name="storage">The account.</param>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="supporters">Where the lists rest.</param>
/// <param name="writer">Replaces them.</param>
/// <param name="keys">Makes author keys.</param>
public sealed class SupporterEraser(StorageRim storage, CampaignTable campaigns, SupporterTable supporters, SupporterWriter writer, CampaignKeys keys)
{
    private const int MostTries = 20;

    private readonly TableClient table = storage.Table(TableNames.Supporters);

    /// <summary>The keys of a part, those of one supporter together and with its others: who was counted as one must not become two.</summary>
    /// <param name="part">What is to be done in a campaign.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<AuthorGroup>> TogetherAsync(ErasurePart part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        var (left, groups) = (part.Keys.Distinct().ToList(), new List<AuthorGroup>());
        if (await ReadAsync(part, cancellationToken) is { } list)
        {
            var known = left.ToHashSet();
            foreach (var (entry, theirs) in list.Entries.Where(entry => entry.Keys.Any(known.Contains)))
            {
                var others = theirs.Except(groups.SelectMany(group => group.Keys)).ToList();
                if (others.Count > 0)
                {
                    groups.Add(new AuthorGroup(others, entry.Kind == SupporterKind.Organisation));
                }
            }
        }

        return [.. groups, .. left.Except(groups.SelectMany(group => group.Keys)).Select(key => new AuthorGroup([key], false))];
    }

    /// <summary>Takes them off, in a campaign, with every earlier version of the list and every learnt id that has them.</summary>
    /// <param name="part">What is to be done in a campaign.</param>
    /// <param name="cancellationToken">Cancels the work, which may be done again.</param>
    /// <returns>Whether any was on the list.</returns>
    public async Task<bool> EraseAsync(ErasurePart part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        var erased = part.Erased.Select(author => author.Key).ToHashSet();
        for (var (attempt, found) = (0, false); attempt < MostTries; attempt++)
        {
            if (await ReadAsync(part, cancellationToken) is not { } list)
            {
                return found;
            }

            var staying = list.Entries.Where(entry => !entry.Keys.Any(erased.Contains)).Select(entry => entry.Entry).ToList();
            if (staying.Count == list.Entries.Count)
            {
                await RemoveRowsAsync(list, erased, cancellationToken);
                return found;
            }

            found = true;
            await writer.ReplaceAsync(list.Campaign, list.Head, staying, cancellationToken);
        }

        throw new InvalidOperationException($"The supporters of campaign {part.Campaign} changed {MostTries} times while somebody was erased.");
    }

    /// <summary>What a version before this one left behind, and what was learnt of whom nobody lists.</summary>
    private async Task RemoveRowsAsync(ReadList list, HashSet<UInt128> erased, CancellationToken cancellationToken)
    {
        var partition = CampaignPartition.Of(list.Campaign);
        await foreach (var row in table.QueryAsync<TableEntity>(KeyText.RowsOf(partition, ""), cancellationToken: cancellationToken))
        {
            var isOld = row.RowKey.StartsWith(SupporterRows.ListPrefix, StringComparison.Ordinal)
                && string.CompareOrdinal(row.RowKey, SupporterRows.RowsOf(list.Head.Version)) < 0;
            var isTheirs = row.RowKey.StartsWith(SupporterRows.LinkPrefix, StringComparison.Ordinal)
                && SupporterRows.FromLink(row) is var link && (erased.Contains(link.Handle) || erased.Contains(link.Author));
            if (isOld || isTheirs)
            {
                await table.DeleteEntityAsync(partition, row.RowKey, ETag.All, cancellationToken);
            }
        }
    }

    private async Task<ReadList?> ReadAsync(ErasurePart part, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(part.Campaign, part.Generation, cancellationToken) is not { WrappedDataKey.Length: > 0 } campaign
            || await supporters.FindAsync(campaign, cancellationToken) is not { } stored)
        {
            return null;
        }

        var (mentionKeys, links) = (await keys.OfAsync(campaign, cancellationToken), await supporters.LinksAsync(campaign, cancellationToken));
        return new ReadList(campaign, stored.Head, [.. stored.Entries.Select(entry => (entry, KeysOf(entry, mentionKeys, links)))]);
    }

    private static List<UInt128> KeysOf(SupporterEntry entry, MentionKeys keys, IReadOnlyDictionary<UInt128, UInt128> links)
    {
        var theirs = SupporterKeys.Of(entry, keys).ToList();
        if (SupporterKeys.Learns(entry, keys) is { } handle && links.TryGetValue(handle, out var learnt))
        {
            theirs.Add(learnt);
        }

        if (SupporterKeys.AsId(entry, keys) is { } asId)
        {
            theirs.Add(asId);
        }

        return theirs;
    }

    private sealed record ReadList(Campaign Campaign, SupporterHead Head, IReadOnlyList<(SupporterEntry Entry, List<UInt128> Keys)> Entries);
}
