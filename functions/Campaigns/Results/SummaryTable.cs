using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Results;

/// <summary>Roll-ups at rest: a summary and one row for each local day, in one partition for each campaign and generation.</summary>
/// <param name="storage">The account.</param>
public sealed class SummaryTable(StorageRim storage)
{
    private readonly TableClient table = storage.Table(TableNames.Summaries);

    /// <summary>Reads a campaign's summary.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The summary, or null before the first roll-up.</returns>
    public async Task<StoredSummary?> FindAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            SummaryRows.Partition(campaign, generation), SummaryRows.Summary, cancellationToken: cancellationToken);
        return found.HasValue ? new StoredSummary(JsonSerializer.Deserialize<Summary>(SummaryRows.Json(found.Value!))!, found.Value!.ETag) : null;
    }

    /// <summary>Reads a campaign's days, in the order of time.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<StoredDay>> ReadDaysAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var days = new List<StoredDay>();
        var rows = KeyText.RowsOf(SummaryRows.Partition(campaign, generation), SummaryRows.DayPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken))
        {
            days.Add(new StoredDay(row.RowKey[SummaryRows.DayPrefix.Length..], SummaryRows.Json(row), row.ETag));
        }

        return days;
    }

    /// <summary>The figures of a day that was read.</summary>
    /// <param name="day">The day.</param>
    public static DayTotals FiguresOf(StoredDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return JsonSerializer.Deserialize<DayTotals>(day.Json)!;
    }

    /// <summary>Replaces a campaign's roll-up: the days that changed, then the summary.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="before">What was read before the cells were.</param>
    /// <param name="summary">The summary.</param>
    /// <param name="days">The days that have mentions.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    /// <returns>False where another roll-up wrote meanwhile: it may know more, so this one must start again.</returns>
    public async Task<bool> ReplaceAsync(
        string campaign, string generation, StoredRollUp before, Summary summary, IReadOnlyList<DayTotals> days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        var partition = SummaryRows.Partition(campaign, generation);
        try
        {
            foreach (var chunk in Changes(partition, before.Days, days).Chunk(50))
            {
                await table.SubmitTransactionAsync(chunk, cancellationToken);
            }

            var row = SummaryRows.ToRow(partition, SummaryRows.Summary, JsonSerializer.Serialize(summary));
            await (before.Summary is { } stored
                ? table.UpdateEntityAsync(row, stored.ETag, TableUpdateMode.Replace, cancellationToken)
                : table.AddEntityAsync(row, cancellationToken));
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static IEnumerable<TableTransactionAction> Changes(string partition, IReadOnlyList<StoredDay> before, IReadOnlyList<DayTotals> days)
    {
        var stored = before.ToDictionary(day => day.Day, StringComparer.Ordinal);
        foreach (var day in days)
        {
            var json = JsonSerializer.Serialize(day);
            var row = SummaryRows.ToRow(partition, SummaryRows.DayPrefix + day.Day, json);
            if (!stored.Remove(day.Day, out var known))
            {
                yield return new TableTransactionAction(TableTransactionActionType.Add, row);
            }
            else if (known.Json != json)
            {
                yield return new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, known.ETag);
            }
        }

        // Days whose mentions no longer count, since the plan changed.
        foreach (var gone in stored.Values)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, SummaryRows.DayPrefix + gone.Day), gone.ETag);
        }
    }
}
