using Azure;
using Campaigns.Listening.Cells;
using Campaigns.Tests.Listening.Cells;

namespace Campaigns.Tests.Results.RollUps;

/// <summary>Cells in memory, with versions and retractions as the table keeps them.</summary>
public sealed class FoldStore
{
    private readonly Dictionary<CellId, StoredCell> cells = [];
    private int writes;

    public IEnumerable<CellVersion> Versions => cells.Select(cell => new CellVersion(cell.Key, cell.Value.ETag!.Value, cell.Value.Retractions)).Reverse();

    public IEnumerable<(long Hour, MentionRecord Record)> Records => cells.SelectMany(cell => cell.Value.Cell.Records.ToArray().Select(record => (cell.Key.Hour, record)));

    /// <summary>A cell as two pages, of which the later one says some of the earlier one's records again.</summary>
    public StoredRecords this[CellId id]
    {
        get
        {
            var (cell, tag, retractions) = cells[id];
            var records = cell.Records.ToArray();
            return new StoredRecords(new CellRecords([CellPage.Of(Cell.Of(records.AsSpan(records.Length / 3))), CellPage.Of(Cell.Of(records.AsSpan(0, records.Length / 2)))]), tag, retractions);
        }
    }

    public void Merge(CellId id, MentionRecord record)
    {
        var before = cells.GetValueOrDefault(id) ?? new StoredCell(Cell.Empty, null);
        var after = before.Cell.Merge(Cell.Of([record]));
        if (!ReferenceEquals(after, before.Cell))
        {
            var retracted = before.Cell.Records.ToArray().Join(after.Records.ToArray(), old => old.Key, now => now.Key, (old, now) => (old, now))
                .Count(pair => (pair.old.Author, pair.old.Kind, pair.old.Own) != (pair.now.Author, pair.now.Kind, pair.now.Own));
            cells[id] = new StoredCell(after, new ETag($"{++writes}"), before.Retractions + retracted);
        }
    }

    public void Remove(CellId id) => cells.Remove(id);
}
