using Campaigns.Planning;
using Campaigns.Results.Metrics;

namespace Campaigns.Results.Reported;

/// <summary>Adds up what went into a campaign, each currency and hours for themselves, and sets it against what came of it.</summary>
internal static class InputsWriter
{
    public static IReadOnlyDictionary<string, InputResponse> Write(Campaign campaign, IEnumerable<Entry> entered, long? uses, Figures figures) => entered
        .Where(entry => entry.Kind == EntryKind.Input)
        .GroupBy(entry => entry.Content.Unit!, StringComparer.Ordinal)
        .OrderBy(unit => unit.Key, StringComparer.Ordinal)
        .ToDictionary(unit => unit.Key, unit => Of(campaign, $"/inputs/{unit.Key}", [.. unit], uses, figures), StringComparer.Ordinal);

    private static InputResponse Of(Campaign campaign, string pointer, IReadOnlyList<Entry> entries, long? uses, Figures figures)
    {
        var asOf = entries.Max(entry => EntryDates.AsOf(entry, campaign));
        var byName = entries.GroupBy(entry => entry.Name, StringComparer.Ordinal).OrderBy(name => name.Key, StringComparer.Ordinal).ToDictionary(
            name => name.Key,
            name => figures.Entered($"{pointer}/byName/{name.Key}", ReportedDefinitions.Inputs, Sum(name), asOf),
            StringComparer.Ordinal);
        var total = Sum(entries);
        return new InputResponse(
            byName,
            figures.Entered($"{pointer}/total", ReportedDefinitions.Inputs, total, asOf),
            figures.Entered<long>($"{pointer}/unknown", ReportedDefinitions.InputsUnknown, entries.Count(entry => entry.Content.Value is null), asOf),
            PerUse(pointer, total, uses, figures),
            figures.Entered<double>($"{pointer}/perAnswer", ReportedDefinitions.InputsPerAnswer, null, null, FigureStatus.NotYet));
    }

    /// <summary>It is as true as the uses are: before they are counted, it is not there yet either.</summary>
    private static double? PerUse(string pointer, decimal? total, long? uses, Figures figures)
    {
        var counted = figures.All["/uses/total"];
        return figures.Entered(
            $"{pointer}/perUse", ReportedDefinitions.InputsPerUse, uses > 0 ? (double?)total / uses : null, counted.AsOf,
            uses is null ? counted.Status : FigureStatus.NotOffered, counted.Coverage);
    }

    /// <summary>The sum of the known ones; null where none is known, for that is not zero.</summary>
    private static decimal? Sum(IEnumerable<Entry> entries) =>
        entries.Select(entry => entry.Content.Value).Aggregate((decimal?)null, (sum, value) => value is null ? sum : (sum ?? 0) + value);
}
