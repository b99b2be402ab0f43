using System.Text.Json;

namespace Campaigns.Results.RollUps;

/// <summary>Makes a day's row from what is kept of the day.</summary>
internal static class DayRow
{
    /// <summary>The row; null of a day without mentions.</summary>
    public static RollUpRow? Of(string name, KeptDay day)
    {
        if (day.Digest is { } known)
        {
            return known.Length == 0 ? null : RollUpRow.Of(SummaryRows.DayPrefix + name, known, () => Json(name, day)!);
        }

        var row = Json(name, day) is { } json ? RollUpRow.Of(SummaryRows.DayPrefix + name, json) : null;
        day.Digest = row?.Digest ?? "";
        return row;
    }

    private static string? Json(string name, KeptDay day)
    {
        var all = new Tally();
        var hours = new List<HourTotals>();
        foreach (var cells in day.Cells.GroupBy(cell => cell.Key.Hour, cell => cell.Value))
        {
            var hour = new Tally();
            foreach (var (key, sums) in cells.SelectMany(cell => cell.Parts))
            {
                all.Add(key, sums);
                hour.Add(key, sums);
            }

            if (!hour.IsEmpty)
            {
                hours.Add(new HourTotals(cells.Key, hour.Total(null)));
            }
        }

        return all.IsEmpty ? null : JsonSerializer.Serialize(new DayTotals(name, all.Total(day.People), hours));
    }
}
