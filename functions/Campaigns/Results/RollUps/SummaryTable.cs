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
        return found.HasValue ? new StoredSummary(JsonSerializer.Deserialize<Summary>(LongText.Read(found.Value!))!, found.Value!.ETag) : null;
    }

    /// <summary>Reads a campaign's days, in the order of time.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<DayTotals>> ReadDaysAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var days = new List<DayTotals>();
        var rows = KeyText.RowsOf(CampaignPartition.Of(campaign, generation), SummaryRows.DayPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken))
        {
            days.Add(JsonSerializer.Deserialize<DayTotals>(LongText.Read(row))!);
        }

        return days;
    }

    /// <summary>Reads what those said whom a campaign names; who said most comes first.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<SupporterTotals>> ReadSupportersAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var supporters = new List<SupporterTotals>();
        var rows = KeyText.RowsOf(CampaignPartition.Of(campaign, generation), SummaryRows.SupportersPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken))
        {
            supporters.AddRange(JsonSerializer.Deserialize<SupporterTotals[]>(LongText.Read(row))!);
        }

        return supporters;
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

    /// <summary>Replaces a campaign's roll-up: the rows that changed, then the summary.</summary>
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
        try
        {
            foreach (var chunk in Together(Changes(partition, before, rows)))
            {
                await table.SubmitTransactionAsync(chunk, cancellationToken);
            }

            var row = SummaryRows.ToRow(partition, SummaryRows.Summary, summary.Plan, JsonSerializer.Serialize(summary));
            await (before.SummaryTag is { } tag
                ? table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken)
                : table.AddEntityAsync(row, cancellationToken));
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
