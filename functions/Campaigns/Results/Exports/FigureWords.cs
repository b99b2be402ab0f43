using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Exports;

/// <summary>What is said about a figure besides what it is worth.</summary>
/// <param name="Unit">What it counts in: its definition's unit, or the one in which it was entered; null for plain numbers.</param>
/// <param name="Meaning">What it counts: in the words of whoever entered it, or else its definition's.</param>
/// <param name="ReportedBy">Who says so; null where nobody is named.</param>
/// <param name="ReadFrom">Where they read it.</param>
internal sealed record FigureWords(string? Unit, string? Meaning, string? ReportedBy = null, string? ReadFrom = null)
{
    /// <summary>The words of a figure.</summary>
    /// <param name="results">The results.</param>
    /// <param name="path">Where it stands in them: a JSON pointer.</param>
    /// <param name="figure">What it is worth.</param>
    public static FigureWords Of(ResultsResponse results, string path, Figure figure)
    {
        var definition = MetricRegistry.Find(figure.Definition);
        return path.Split('/') switch
        {
            ["", "reported", var number, ..] when Element(results.Reported, number) is { } said => new(said.Unit, said.Definition ?? definition?.Definition, said.ReportedBy, said.ReadFrom),
            ["", "audience", var number, ..] when Element(results.Audience, number) is { } said => new(definition?.Unit, definition?.Definition, said.ReportedBy, said.ReadFrom),
            ["", "inputs", var unit, ..] when definition?.Unit == ReportedDefinitions.AsEntered => new(unit, definition.Definition),
            ["", "byOrganisation" or "byArea", _, "entered", var name] => new(UnitOf(results, said => said.Name == name && said.Account is not null), definition?.Definition),
            ["", "objectives", var number, ..] when definition?.Unit == ReportedDefinitions.AsEntered && Element(results.Objectives, number) is { } objective =>
                new(UnitOf(results, said => said.Name == objective.Metric && said.Side.Answers(objective.Side)), definition.Definition),
            _ => new(definition?.Unit, definition?.Definition),
        };
    }

    private static T? Element<T>(IReadOnlyList<T> list, string number)
        where T : class => int.TryParse(number, out var index) && index < list.Count ? list[index] : null;

    /// <summary>The one unit in which figures were entered, of no single post; null where there is none, or several.</summary>
    private static string? UnitOf(ResultsResponse results, Func<ReportedResponse, bool> isOf)
    {
        string?[] units = [.. results.Reported.Where(said => said.Post is null && isOf(said)).Select(said => said.Unit).Distinct(StringComparer.Ordinal).Take(2)];
        return units.Length == 1 ? units[0] : null;
    }
}
