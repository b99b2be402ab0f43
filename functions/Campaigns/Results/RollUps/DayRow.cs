using System.Text.Json;

namespace Campaigns.Results.RollUps;

/// <summary>Makes a day's row from what is kept of the day.</summary>
internal static class DayRow
{
    /// <summary>The row; null of a day of which there is nothing to say.</summary>
    /// <param name="name">The day.</param>
    /// <param name="day">What is kept of it.</param>
    /// <param name="channels">The channels' names, by the numbers that the fold gave them.</param>
    /// <param name="accounts">The names of the campaign's own accounts, where they are told apart.</param>
    public static RollUpRow? Of(string name, KeptDay day, IReadOnlyList<string> channels, IReadOnlyList<string> accounts)
    {
        if (day.Digest is { } known)
        {
            return known.Length == 0 ? null : RollUpRow.Of(SummaryRows.DayPrefix + name, known, () => Json(name, day, channels, accounts)!);
        }

        var row = Json(name, day, channels, accounts) is { } json ? RollUpRow.Of(SummaryRows.DayPrefix + name, json) : null;
        day.Digest = row?.Digest ?? "";
        return row;
    }

    private static string? Json(string name, KeptDay day, IReadOnlyList<string> channels, IReadOnlyList<string> accounts)
    {
        var (all, sums) = (new Tally(), new CampaignSums(channels, accounts));
        var hours = new List<HourTotals>();
        foreach (var cells in day.Cells.GroupBy(cell => cell.Key.Hour, cell => cell.Value))
        {
            var hour = new Tally();
            foreach (var (key, part) in cells.SelectMany(cell => cell.Parts))
            {
                all.Add(key, part);
                hour.Add(key, part);
                sums.Add(cells.Key, key, part);
            }

            foreach (var cell in cells)
            {
                sums.Add(cell.Own);
            }

            if (!hour.IsEmpty)
            {
                hours.Add(new HourTotals(cells.Key, hour.Total(null)));
            }
        }

        var parts = sums.ToParts();
        return all.IsEmpty && parts is { Topics.Count: 0, LookAlikes.Count: 0 }
            ? null
            : JsonSerializer.Serialize(new DayTotals(name, all.Total(day.People), hours) { Parts = parts });
    }
}
