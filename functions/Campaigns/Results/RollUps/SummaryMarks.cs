using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Results.RollUps;

/// <summary>Reads what stands beside the figures of a summary: little, however long the campaign is.</summary>
/// <param name="storage">The account.</param>
public sealed class SummaryMarks(StorageRim storage)
{
    private readonly TableClient table = storage.Table(TableNames.Summaries);

    /// <summary>When storage took a campaign's last roll-up in; null before the first one. Its own moment is that at which it began.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<DateTimeOffset?> WrittenAtAsync(string campaign, string generation, CancellationToken cancellationToken) =>
        (await FindAsync(campaign, generation, "Timestamp", cancellationToken))?.Timestamp;

    /// <summary>What the hours of each day came to, in short, by the day; null where none stand there, before the first roll-up or of an earlier version.</summary>
    internal async Task<IReadOnlyDictionary<string, string>?> HoursAsync(string campaign, string generation, CancellationToken cancellationToken) =>
        (await FindAsync(campaign, generation, SummaryRows.Hours, cancellationToken))?.GetBinary(SummaryRows.Hours) is { } bytes ? HoursDigests.Read(bytes) : null;

    private async Task<TableEntity?> FindAsync(string campaign, string generation, string column, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(CampaignPartition.Of(campaign, generation), SummaryRows.Summary, ["RowKey", column], cancellationToken);
        return found.HasValue ? found.Value : null;
    }
}
