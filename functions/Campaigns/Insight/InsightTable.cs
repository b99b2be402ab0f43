using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Insight;

/// <summary>
/// What texts come to, at rest, and which mentions were looked at. What this process wrote last is kept at hand: a write under an old tag fails, so
/// that nothing kept can do harm.
/// </summary>
/// <param name="storage">The account.</param>
public sealed class InsightTable(StorageRim storage)
{
    /// <summary>So much is kept of each; past that all of it is forgotten, and read again.</summary>
    private const int MostHours = 400;
    private const int MostDays = 100;
    private const int MostPages = 1000;

    private readonly TableClient table = storage.Table(TableNames.Insight);
    private readonly ConcurrentDictionary<CellId, LookedAt> hours = new();
    private readonly ConcurrentDictionary<(string Partition, string Day), StoredRow<InsightDay>> days = new();
    private readonly ConcurrentDictionary<(string Partition, string Day), StoredRow<PhraseCounts>> phrases = new();

    /// <summary>Reads the totals of a campaign's days, in the order of time.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<InsightDay>> ReadDaysAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var read = new List<InsightDay>();
        var rows = KeyText.RowsOf(CampaignPartition.Of(campaign, generation), InsightRows.DayPrefix);
        await foreach (var row in table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken))
        {
            read.Add(InsightRows.Day(row));
        }

        return read;
    }

    /// <summary>When any of a campaign's totals changed last; null where there are none.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<DateTimeOffset?> ChangedAtAsync(string campaign, string generation, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(KeyText.RowsOf(CampaignPartition.Of(campaign, generation), InsightRows.DayPrefix), select: ["RowKey", "Timestamp"], cancellationToken: cancellationToken)
            .Select(row => row.Timestamp).MaxAsync(cancellationToken: cancellationToken);

    /// <summary>Which mentions of an hour were looked at; perhaps older than storage, which a write then tells.</summary>
    internal async ValueTask<LookedAt> LookedAtAsync(CellId hour, CancellationToken cancellationToken)
    {
        if (hours.TryGetValue(hour, out var kept))
        {
            return kept;
        }

        var row = await FindAsync(InsightRows.Partition(hour), InsightRows.LookedPrefix + hour.HourText, cancellationToken);
        var pages = new List<ulong[]>();
        if (row?.GetInt32("Pages") is > 0 and var count)
        {
            await foreach (var page in table.QueryAsync<TableEntity>(KeyText.RowsOf(row.PartitionKey, $"{row.RowKey}|"), maxPerPage: 100, cancellationToken: cancellationToken))
            {
                pages.Add(InsightRows.Keys(page));
            }

            // A page that came while they were read belongs to a newer row than the one that was read before.
            pages = pages.Count >= count ? pages[..count] : throw new CellFormatException($"The hour {hour.HourText} of campaign {hour.Campaign} lacks a page of what was looked at.");
        }

        return Keep(hours, MostHours, hour, row is null ? LookedAt.Nothing : new LookedAt(row.ETag, InsightRows.Keys(row), pages, InsightRows.Keys(row, "B")));
    }

    internal async ValueTask<StoredRow<InsightDay>> DayAsync(string partition, string day, CancellationToken cancellationToken) =>
        days.TryGetValue((partition, day), out var kept)
            ? kept
            : Keep(days, MostDays, (partition, day), await FindAsync(partition, InsightRows.DayPrefix + day, cancellationToken) is { } row
                ? new StoredRow<InsightDay>(row.ETag, InsightRows.Day(row))
                : new StoredRow<InsightDay>(null, new InsightDay(day)));

    internal async ValueTask<StoredRow<PhraseCounts>> PhrasesAsync(string partition, string day, CancellationToken cancellationToken) =>
        phrases.TryGetValue((partition, day), out var kept)
            ? kept
            : Keep(phrases, MostDays, (partition, day), await FindAsync(partition, InsightRows.PhrasesPrefix + day, cancellationToken) is { } row
                ? new StoredRow<PhraseCounts>(row.ETag, InsightRows.Phrases(row))
                : new StoredRow<PhraseCounts>(null, new PhraseCounts()));

    /// <summary>Writes a change, all of it or nothing.</summary>
    /// <returns>False where something was written meanwhile, perhaps by this very write: reading it again tells.</returns>
    internal async Task<bool> WriteAsync(InsightChange change, CancellationToken cancellationToken)
    {
        var (partition, day) = (InsightRows.Partition(change.Hour), change.Day.Value.Day);
        var actions = new List<TableTransactionAction>
        {
            Action(InsightRows.Row(change.Hour, change.Looked), change.Before.Tag),
            Action(InsightRows.Row(partition, change.Day.Value), change.Day.Tag),
        };
        if (change.Phrases is { } counted)
        {
            actions.Add(Action(InsightRows.Row(partition, day, counted.Value), counted.Tag));
        }

        for (var page = change.Before.Pages.Count; page < change.Looked.Pages.Count; page++)
        {
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, InsightRows.PageRow(change.Hour, page, change.Looked.Pages[page])));
        }

        try
        {
            var written = (await table.SubmitTransactionAsync(actions, cancellationToken)).Value;
            Keep(hours, MostHours, change.Hour, change.Looked with { Tag = written[0].Headers.ETag });
            Keep(days, MostDays, (partition, day), change.Day with { Tag = written[1].Headers.ETag });
            if (change.Phrases is not null)
            {
                Keep(phrases, MostDays, (partition, day), change.Phrases with { Tag = written[2].Headers.ETag });
            }

            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return false;
        }
        finally
        {
            Bound();
        }
    }

    /// <summary>Forgets what was kept of an hour and its day.</summary>
    internal void Forget(CellId hour, string day)
    {
        hours.TryRemove(hour, out _);
        days.TryRemove((InsightRows.Partition(hour), day), out _);
        phrases.TryRemove((InsightRows.Partition(hour), day), out _);
    }

    private static TableTransactionAction Action(TableEntity row, ETag? tag) => tag is { } known
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, known)
        : new TableTransactionAction(TableTransactionActionType.Add, row);

    private static TValue Keep<TKey, TValue>(ConcurrentDictionary<TKey, TValue> kept, int most, TKey key, TValue value)
        where TKey : notnull
    {
        if (kept.Count >= most && !kept.ContainsKey(key))
        {
            kept.Clear();
        }

        return kept[key] = value;
    }

    private void Bound()
    {
        if (hours.Values.Sum(hour => hour.Pages.Count) > MostPages)
        {
            hours.Clear();
        }
    }

    private async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }
}
