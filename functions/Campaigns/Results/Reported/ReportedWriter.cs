using System.Globalization;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using NodaTime.Text;

namespace Campaigns.Results.Reported;

/// <summary>Shows of each figure that people entered the latest: the days of one are never added up.</summary>
internal static class ReportedWriter
{
    public static IReadOnlyList<ReportedResponse> Write(Campaign campaign, IEnumerable<Entry> entered, Figures figures) =>
    [
        .. Latest(entered).Select((entry, index) => new ReportedResponse(
            entry.Name, entry.Side.Channel, entry.Side.Account, entry.Side.Scope, LocalDatePattern.Iso.Format(entry.Date),
            figures.Entered(
                string.Create(CultureInfo.InvariantCulture, $"/reported/{index}/value"), ReportedDefinitions.Reported, entry.Content.Value,
                EntryDates.AsOf(entry, campaign), entry.Content.Status),
            entry.Content.Unit, entry.Content.Definition, entry.Content.Source, entry.Content.ReportedBy, entry.Version) { Post = entry.Side.Post }),
    ];

    /// <summary>Of each series of figures the latest entry, by name, channel, account, scope and post; groups of people stand in their breakdown.</summary>
    public static IEnumerable<Entry> Latest(IEnumerable<Entry> entered) => entered
        .Where(entry => entry.Kind == EntryKind.Figure && !entry.Side.IsOfGroup)
        .GroupBy(entry => entry.Series)
        .Select(series => series.MaxBy(entry => entry.Date)!)
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .ThenBy(entry => entry.Side.Channel, StringComparer.Ordinal)
        .ThenBy(entry => entry.Side.Account, StringComparer.OrdinalIgnoreCase)
        .ThenBy(entry => entry.Side.Scope, StringComparer.Ordinal)
        .ThenBy(entry => entry.Side.Post, StringComparer.Ordinal);
}
