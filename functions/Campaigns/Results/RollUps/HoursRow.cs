namespace Campaigns.Results.RollUps;

/// <summary>Makes the row of a day's hours by channel, kind and hashtag, beside the day's own: the timeline need not read it.</summary>
internal static class HoursRow
{
    /// <summary>The row; null of a day without mentions.</summary>
    /// <param name="name">The day.</param>
    /// <param name="day">What is kept of it.</param>
    /// <param name="channels">The channels' names, by the numbers that the fold gave them.</param>
    public static RollUpRow? Of(string name, KeptDay day, IReadOnlyList<string> channels)
    {
        if (day.HoursDigest is { } known)
        {
            return known.Length == 0 ? null : RollUpRow.Of(SummaryRows.HoursPrefix + name, known, () => Bytes(day, channels));
        }

        var parts = Parts(day, channels);
        var row = parts.Count == 0 ? null : RollUpRow.Of(SummaryRows.HoursPrefix + name, HourPartBytes.Write(parts));
        day.HoursDigest = row?.Digest ?? "";
        return row;
    }

    private static byte[] Bytes(KeptDay day, IReadOnlyList<string> channels) => HourPartBytes.Write(Parts(day, channels));

    private static List<HourPart> Parts(KeptDay day, IReadOnlyList<string> channels)
    {
        var tallies = new Dictionary<(long Hour, int Channel, int Kind), Tally>();
        foreach (var ((hour, _), cell) in day.Cells)
        {
            foreach (var (key, sums) in cell.Parts)
            {
                if (key.Tags == 0)
                {
                    continue;
                }

                var place = (hour, key.Channel, key.Kind);
                if (!tallies.TryGetValue(place, out var tally))
                {
                    tallies.Add(place, tally = new Tally());
                }

                tally.Add(key, sums);
            }
        }

        // The order of names, not of the numbers that one process happened to give them: every process writes the same bytes.
        return [.. tallies.OrderBy(tally => tally.Key.Hour).ThenBy(tally => channels[tally.Key.Channel], StringComparer.Ordinal).ThenBy(tally => tally.Key.Kind)
            .Select(tally => HourPart.Of(tally.Key.Hour, channels[tally.Key.Channel], tally.Key.Kind, tally.Value.Total(null)))];
    }
}
