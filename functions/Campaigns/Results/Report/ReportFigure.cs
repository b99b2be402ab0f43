namespace Campaigns.Results.Report;

/// <summary>A figure of the report, and where it comes from.</summary>
/// <param name="Id">By which the report names it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number; null where it is not known.</param>
/// <param name="Shown">As the report writes it: the number, or in a word why there is none.</param>
/// <param name="Status">One of <see cref="FigureStatus"/>.</param>
/// <param name="Origin">One of <see cref="ReportOrigin"/>.</param>
/// <param name="Path">Where it stands in the results.</param>
/// <param name="Definition">The definition and its version; null where there is none yet.</param>
/// <param name="Meaning">What that definition says.</param>
/// <param name="Source">How it came about: <c>counted</c>, the analyser's name, <c>self-reported</c>; null where there is no number.</param>
/// <param name="AsOf">When it was true, in the campaign's zone.</param>
/// <param name="Coverage">Which part of the campaign so far was looked at, 0 to 1; null where that is unknown.</param>
/// <param name="Said">What was said by whoever entered it; null for all others.</param>
public sealed record ReportFigure(
    string Id, string Name, decimal? Value, string Shown, string Status, string Origin, string Path, string? Definition, string? Meaning, string? Source,
    DateTimeOffset? AsOf, double? Coverage, ReportSaid? Said)
{
    /// <summary>Where the definition can be read, with its versions and examples.</summary>
    public string? DefinitionUrl => Definition is null ? null : $"/api/definitions/{Definition}";
}

/// <summary>What was said by whoever entered a figure.</summary>
/// <param name="Definition">What it counts, in their words; null where the figure's name says it.</param>
/// <param name="ReadFrom">Where the number was read.</param>
/// <param name="ReportedBy">Who says so.</param>
public sealed record ReportSaid(string? Definition, string ReadFrom, string ReportedBy);
