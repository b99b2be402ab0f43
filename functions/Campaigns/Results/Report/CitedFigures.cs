using System.Globalization;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Report;

/// <summary>The figures that the report tells, each once, in the order in which it tells them.</summary>
internal sealed class CitedFigures(Campaign campaign, ResultsResponse results)
{
    private readonly Dictionary<string, ReportFigure> byPointer = new(StringComparer.Ordinal);
    private readonly List<ReportFigure> all = [];

    public IReadOnlyList<ReportFigure> All => all;

    /// <summary>Cites a figure.</summary>
    /// <param name="pointer">Where it stands in the results.</param>
    /// <param name="name">What it is.</param>
    /// <param name="value">The number.</param>
    /// <param name="unit">What is written behind the number, such as <c>%</c>.</param>
    /// <param name="said">What was said by whoever entered it.</param>
    public ReportFigure Cite(string pointer, string name, decimal? value, string unit = "", ReportedResponse? said = null)
    {
        if (byPointer.TryGetValue(pointer, out var known))
        {
            return known;
        }

        var figure = results.Figures.GetValueOrDefault(pointer) ?? Figure.NotYet(null);
        var definition = MetricRegistry.Find(figure.Definition);
        var cited = new ReportFigure(
            string.Create(CultureInfo.InvariantCulture, $"f{all.Count + 1}"),
            ReportWords.Plain(name),
            value,
            Shown(value, figure.Status, unit),
            figure.Status,
            ReportOrigin.Of(definition),
            pointer,
            definition?.Key,
            definition?.Definition,
            figure.Source,
            LocalTimes.Of(figure.AsOf, campaign.TimeZone),
            figure.Coverage is { } coverage ? Math.Round(coverage, 4) : null,
            said is null ? null : new ReportSaid(said.Definition is { } words ? ReportWords.Plain(words) : null, ReportWords.Plain(said.ReadFrom), ReportWords.Plain(said.ReportedBy)));
        all.Add(cited);
        return byPointer[pointer] = cited;
    }

    /// <summary>A number of a table, which has no derivation of its own: that of the whole stands for it.</summary>
    public ReportCell Cell(string pointer, decimal? value, string unit = "")
    {
        var status = results.Figures.GetValueOrDefault(pointer)?.Status ?? FigureStatus.NotYet;
        return new ReportCell(value, status, Shown(value, status, unit));
    }

    private static string Shown(decimal? value, string status, string unit) =>
        value is { } number ? ShownNumbers.Number(number) + unit : ReportWords.Short(status);
}
