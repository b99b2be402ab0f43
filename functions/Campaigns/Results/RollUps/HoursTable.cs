using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Results.RollUps;

/// <summary>Reads the hours of roll-ups, a day at a time and only the days that are asked for.</summary>
/// <param name="storage">The account.</param>
public sealed class HoursTable(StorageRim storage)
{
    /// <summary>So many days are held at once: one may weigh most of a mebibyte.</summary>
    private const int DaysAtOnce = 20;

    private readonly TableClient table = storage.Table(TableNames.Summaries);

    /// <summary>Reads days in the order of time.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="isSealed">Whether its figures stand for good.</param>
    /// <param name="from">The first local day, as <c>yyyy-MM-dd</c>.</param>
    /// <param name="to">The last local day.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async IAsyncEnumerable<StoredHours> ReadAsync(
        string campaign, string generation, bool isSealed, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var any = false;
        await foreach (var row in RowsAsync(campaign, generation, SummaryRows.HoursPrefix, from, to, cancellationToken))
        {
            any = true;
            yield return new StoredHours(row.RowKey, row.Timestamp!.Value, HourPartBytes.Read(LongBytes.Read(row, SummaryRows.Bytes)), row.ETag, row.GetString(SummaryRows.Digest));
        }

        // A campaign that an earlier version rolled up, and whose retention is over since, has its days and nothing below them. Of any other one the days
        // that are there now were perhaps not there when its hours were asked for: a roll-up came between, and the next answer has them.
        if (any || !isSealed)
        {
            yield break;
        }

        await foreach (var row in RowsAsync(campaign, generation, SummaryRows.DayPrefix, from, to, cancellationToken))
        {
            var day = JsonSerializer.Deserialize<DayTotals>(LongText.Read(row))!;
            yield return new StoredHours(row.RowKey, row.Timestamp!.Value, [.. day.Hours.Select(HourPart.Of)], row.ETag, row.GetString(SummaryRows.Digest));
        }
    }

    private AsyncPageable<TableEntity> RowsAsync(string campaign, string generation, string prefix, string from, string to, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(Filter(campaign, generation, prefix, from, to), DaysAtOnce, cancellationToken: cancellationToken);

    private static string Filter(string campaign, string generation, string prefix, string from, string to) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {CampaignPartition.Of(campaign, generation)} and RowKey ge {prefix + from} and RowKey le {prefix + to}");
}
