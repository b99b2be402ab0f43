using System.Collections.Concurrent;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Supporters;

/// <summary>Keeps the listed handles of the listening campaigns at hand; one small query tells for all of them whether a list changed.</summary>
/// <param name="storage">The account.</param>
/// <param name="supporters">Reads the lists.</param>
/// <param name="writer">Tells of changes made in this process.</param>
/// <param name="learner">Stores what is noticed.</param>
/// <param name="keys">Makes author keys.</param>
public sealed class HandleWatch(StorageRim storage, SupporterTable supporters, SupporterWriter writer, SupporterLearner learner, CampaignKeys keys)
{
    private readonly TableClient table = storage.Table(TableNames.Supporters);
    private readonly ConcurrentDictionary<string, HandleLinks> kept = new(StringComparer.Ordinal);

    /// <summary>Grows with every change made in this process.</summary>
    public long Changes => writer.Changes;

    /// <summary>Which campaigns have a list, and of which version; a version that is only being written may be among them.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyDictionary<string, string>> MarksAsync(CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(SupporterRows.Marks, ""), cancellationToken: cancellationToken)
            .ToDictionaryAsync(row => row.RowKey, row => row.GetString("Version"), StringComparer.Ordinal, cancellationToken);

    /// <summary>Notices the handles of a campaign's list; null where it has none.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="marks">What <see cref="MarksAsync"/> gave.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async ValueTask<HandleLinks?> OfAsync(Campaign campaign, IReadOnlyDictionary<string, string> marks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var partition = CampaignPartition.Of(campaign);
        if (!marks.TryGetValue(partition, out var version))
        {
            return null;
        }

        if (kept.TryGetValue(partition, out var links) && links.Version == version)
        {
            return links;
        }

        // Until the version that is being written counts, or where its writer broke off, the head is asked each time.
        if (await supporters.HeadAsync(campaign, cancellationToken) is not { } head)
        {
            return null;
        }

        return links?.Version == head.Version || await supporters.FindAsync(campaign, cancellationToken) is not { } stored
            ? links
            : kept[partition] = new HandleLinks(campaign, stored, await keys.OfAsync(campaign, cancellationToken), learner);
    }
}
