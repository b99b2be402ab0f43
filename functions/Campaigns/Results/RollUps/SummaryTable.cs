using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Results.RollUps;

/// <summary>Roll-ups at rest: a summary and one row for each local day, in one partition for each campaign and generation.</summary>
/// <param name="storage">The account.</param>
public sealed class SummaryTable(StorageRim storage)
{
    private const int MostInTransaction = 50;

    /// <summary>A transaction is 4 MiB at most; a single row stays below half of that.</summary>
    private const long MostBytes = 3_000_000;

    private readonly TableClient table = storage.Table(TableNames.Summaries);

    /// <summary>Reads a campaign's summary.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The summary, or null before the first roll-up.</returns>
    public async Task<StoredSummary?> FindAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            CampaignPartition.Of(campaign, generation), SummaryRows.Summary, cancellationToken: cancellationToken);
        return found.HasValue ? new StoredSummary(JsonSerializer.Deserialize<Summary>(LongText.Read(found.Value!))!, found.Value!.ETag, found.Value!.Timestamp) : null;
    }

    /// <summary>Every day's row in the order of time, and what tells whether a summary is of the same roll-up.</summary>
    internal async Task<(IReadOnlyList<DayTotals> Rows, string Stamp)> ReadDayRowsAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var (documents, stamp) = await ReadDocumentsAsync(campaign, generation, SummaryRows.DayPrefix, cancellationToken);
        return ([.. documents.Select(static json => JsonSerializer.Deserialize<DayTotals>(json)!)], stamp);
    }

    /// <summary>Every supporter, who said most first, and what tells whether a summary is of the same roll-up.</summary>
    internal async Task<(IReadOnlyList<SupporterTotals> Rows, string Stamp)> ReadSupporterRowsAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var (documents, stamp) = await ReadDocumentsAsync(campaign, generation, SummaryRows.SupportersPrefix, cancellationToken);
        return ([.. documents.SelectMany(static json => JsonSerializer.Deserialize<SupporterTotals[]>(json)!)], stamp);
    }

    /// <summary>Reads what is stored of a campaign's roll-up, without the figures.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<StoredRollUp> ReadStoredAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, (string? Digest, ETag ETag)>(StringComparer.Ordinal);
        var rows = TableClient.CreateQueryFilter($"PartitionKey eq {CampaignPartition.Of(campaign, generation)}");
        await foreach (var row in table.QueryAsync<TableEntity>(rows, select: ["PartitionKey", "RowKey", SummaryRows.Digest], cancellationToken: cancellationToken))
        {
            stored.Add(row.RowKey, (row.GetString(SummaryRows.Digest), row.ETag));
        }

        return stored.Remove(SummaryRows.Summary, out var summary)
            ? new StoredRollUp(summary.Digest, summary.ETag, stored)
            : new StoredRollUp(null, null, stored);
    }

    /// <summary>Replaces a campaign's roll-up: the rows that changed and the summary, which is never written before any of them.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="before">What was read before the cells were.</param>
    /// <param name="summary">The summary.</param>
    /// <param name="rows">All rows beside it.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    /// <returns>False where another roll-up wrote meanwhile: it may know more, so this one must start again.</returns>
    public async Task<bool> ReplaceAsync(
        string campaign, string generation, StoredRollUp before, Summary summary, IReadOnlyList<RollUpRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(summary);
        var partition = CampaignPartition.Of(campaign, generation);
        var row = SummaryRows.ToRow(partition, SummaryRows.Summary, summary.Plan, JsonSerializer.Serialize(summary with
        {
            DaysStamp = StampOf(rows, SummaryRows.DayPrefix),
            SupportersStamp = StampOf(rows, SummaryRows.SupportersPrefix),
        }));
        row[SummaryRows.Hours] = BinaryData.FromBytes(HoursDigests.Write(rows));
        var last = before.SummaryTag is { } tag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
        try
        {
            // Most roll-ups change few rows: then all of it is one transaction, and nobody ever reads days without their summary.
            foreach (var chunk in Together(Changes(partition, before, rows).Append(last)))
            {
                await table.SubmitTransactionAsync(chunk, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>
    /// Makes a campaign's figures the last ones. Each row is written once more, so that a roll-up that began before finds another tag than it read;
    /// and people in a public role are named no longer: that was for the time of the campaign.
    /// </summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the writes, which may be done again.</param>
    public async Task SealAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var rows = TableClient.CreateQueryFilter($"PartitionKey eq {CampaignPartition.Of(campaign, generation)}");
        await foreach (var row in table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken))
        {
            if (row.GetBoolean(SummaryRows.Final) != true)
            {
                await table.UpsertEntityAsync(SummaryRows.Sealed(row), TableUpdateMode.Replace, cancellationToken);
            }
        }
    }

    private static string StampOf(IEnumerable<RollUpRow> rows, string prefix) => SummaryRows.StampOf(
        rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, (string?)row.Digest)));

    private async Task<(List<string> Documents, string Stamp)> ReadDocumentsAsync(string campaign, string generation, string prefix, CancellationToken cancellationToken)
    {
        var (documents, digests) = (new List<string>(), new List<(string, string?)>());
        await foreach (var row in table.QueryAsync<TableEntity>(KeyText.RowsOf(CampaignPartition.Of(campaign, generation), prefix), cancellationToken: cancellationToken))
        {
            documents.Add(LongText.Read(row));
            digests.Add((row.RowKey, row.GetString(SummaryRows.Digest)));
        }

        return (documents, SummaryRows.StampOf(digests));
    }

    /// <summary>As many changes as one transaction takes.</summary>
    private static IEnumerable<IReadOnlyList<TableTransactionAction>> Together(IEnumerable<TableTransactionAction> changes)
    {
        var (chunk, weight) = (new List<TableTransactionAction>(), 0L);
        foreach (var change in changes)
        {
            var more = Weight((TableEntity)change.Entity);
            if (chunk.Count == MostInTransaction || (chunk.Count > 0 && weight + more > MostBytes))
            {
                yield return chunk;
                (chunk, weight) = ([], 0);
            }

            chunk.Add(change);
            weight += more;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>What a row weighs on its way, at most: a character of a document up to six bytes, bytes a third more.</summary>
    private static long Weight(TableEntity row) => 1024 + (LongText.Length(row) * 6L)
        + ((IDictionary<string, object>)row).Values.OfType<BinaryData>().Sum(static bytes => bytes.ToMemory().Length * 4L / 3);

    private static IEnumerable<TableTransactionAction> Changes(string partition, StoredRollUp before, IReadOnlyList<RollUpRow> rows)
    {
        var left = before.Rows.ToDictionary(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!left.Remove(row.Key, out var known))
            {
                yield return new TableTransactionAction(TableTransactionActionType.Add, SummaryRows.ToRow(partition, row));
            }
            else if (known.Digest != row.Digest)
            {
                yield return new TableTransactionAction(TableTransactionActionType.UpdateReplace, SummaryRows.ToRow(partition, row), known.ETag);
            }
        }

        // Days whose mentions no longer count, since the plan changed.
        foreach (var (key, gone) in left)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), gone.ETag);
        }
    }
}
