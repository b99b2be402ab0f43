using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Supporters;

/// <summary>
/// Replaces a campaign's supporters whole: the new version's rows are written beside the old ones, then the head is swapped, then what no
/// longer counts is removed.
/// </summary>
/// <param name="storage">The account.</param>
/// <param name="supporters">Reads them.</param>
/// <param name="keys">Makes author keys.</param>
/// <param name="time">The clock.</param>
public sealed class SupporterWriter(StorageRim storage, SupporterTable supporters, CampaignKeys keys, TimeProvider time)
{
    private const string VersionFormat = "yyyyMMddHHmmss";
    private const int MostTries = 10;

    /// <summary>A version that was written and never counted is left over from a write that broke off.</summary>
    private static readonly TimeSpan LeftOver = TimeSpan.FromHours(1);

    private readonly TableClient table = storage.Table(TableNames.Supporters);
    private long changes;

    /// <summary>Grows with every replacement of this process: who keeps lists at hand reads them again when it has.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>Replaces the list.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="before">The version that is to be replaced; null where there was none.</param>
    /// <param name="entries">The new list.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>What counts now, or null where another version came meanwhile.</returns>
    public async Task<SupporterHead?> ReplaceAsync(
        Campaign campaign, SupporterHead? before, IReadOnlyList<SupporterEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var partition = CampaignPartition.Of(campaign);
        var now = time.GetUtcNow();
        var version = $"{now.ToString(VersionFormat, CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var rows = SupporterRows.ToRows(partition, version, entries);
        await table.UpsertEntityAsync(new TableEntity(SupporterRows.Marks, partition) { ["Version"] = version }, TableUpdateMode.Replace, cancellationToken);
        foreach (var row in rows)
        {
            await table.AddEntityAsync(row, cancellationToken);
        }

        var written = await SwapAsync(campaign, before, new SupporterHead(version, rows.Count, now, before?.Links ?? 0, default), cancellationToken);
        Interlocked.Increment(ref changes);
        await RemoveAsync(partition, row => IsLeftOver(row, written ?? before, written is null ? version : before?.Version, now), SupporterRows.ListPrefix, cancellationToken);
        if (written is not null)
        {
            var mentionKeys = await keys.OfAsync(campaign, cancellationToken);
            var learning = entries.Select(entry => SupporterKeys.Learns(entry, mentionKeys)).OfType<UInt128>().ToHashSet();
            await RemoveAsync(partition, row => !learning.Contains(SupporterRows.FromLink(row).Handle), SupporterRows.LinkPrefix, cancellationToken);
        }

        return written;
    }

    /// <summary>Makes a version the one that counts, unless another than the one before does: what was learnt meanwhile is no other version.</summary>
    private async Task<SupporterHead?> SwapAsync(Campaign campaign, SupporterHead? before, SupporterHead after, CancellationToken cancellationToken)
    {
        var partition = CampaignPartition.Of(campaign);
        for (var (attempt, current) = (0, before); attempt < MostTries; attempt++)
        {
            try
            {
                var row = SupporterRows.ToHead(partition, after with { Links = current?.Links ?? 0 });
                var written = await (current is null
                    ? table.AddEntityAsync(row, cancellationToken)
                    : table.UpdateEntityAsync(row, current.ETag, TableUpdateMode.Replace, cancellationToken));
                return after with { ETag = written.Headers.ETag!.Value };
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
            {
                current = await supporters.HeadAsync(campaign, cancellationToken);
                if (current?.Version == after.Version)
                {
                    // The write went through, and only its first answer was lost.
                    return current;
                }

                if (current?.Version != before?.Version)
                {
                    return null;
                }
            }
        }

        return null;
    }

    private static bool IsLeftOver(TableEntity row, SupporterHead? current, string? replaced, DateTimeOffset now)
    {
        var version = row.RowKey.Split('|')[1];
        return version != current?.Version && (version == replaced
            || DateTimeOffset.ParseExact(version[..VersionFormat.Length], VersionFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) < now - LeftOver);
    }

    private async Task RemoveAsync(string partition, Func<TableEntity, bool> isGone, string prefix, CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(KeyText.RowsOf(partition, prefix), cancellationToken: cancellationToken))
        {
            if (isGone(row))
            {
                await table.DeleteEntityAsync(partition, row.RowKey, ETag.All, cancellationToken);
            }
        }
    }
}
