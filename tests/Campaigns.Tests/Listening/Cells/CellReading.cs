using Campaigns.Listening.Cells;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>Reads cells whole, as the engine never does: it goes through their records one by one.</summary>
internal static class CellReading
{
    /// <summary>A cell; one that was never written is empty.</summary>
    public static async Task<StoredCell> ReadAsync(this CellTable cells, CellId id)
    {
        var stored = await cells.ReadRecordsAsync(id, default);
        return new StoredCell(Cell.Of([.. stored.Records]), stored.ETag, stored.Retractions);
    }

    /// <summary>The records of all cells of a campaign, in the order of time.</summary>
    public static async Task<List<MentionRecord>> ReadAllAsync(this CellTable cells, string campaign, string generation)
    {
        var records = new List<MentionRecord>();
        foreach (var version in await cells.ListAsync(campaign, generation, default))
        {
            records.AddRange((await cells.ReadRecordsAsync(version, default)).Records);
        }

        return records;
    }
}
