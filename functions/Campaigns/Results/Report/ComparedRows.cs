using Campaigns.Results.Comparison;

namespace Campaigns.Results.Report;

/// <summary>What a campaign, or days of it, are compared with, figure by figure.</summary>
internal static class ComparedRows
{
    /// <summary>The comparison; null where results have none.</summary>
    public static ReportComparison? Of(ResultsResponse results, CitedFigures figures)
    {
        if (results.Comparison is not { } other)
        {
            return null;
        }

        return new ReportComparison(
            results.IsBesideOtherDays ? ReportComparison.Days : ReportComparison.Campaign,
            other.Name is { } name ? ReportWords.Plain(name) : null,
            other.From is { } from ? DateOnly.FromDateTime(from.DateTime) : null,
            other.To is { } to ? LastDay(to) : null,
            [.. other.Values.Select(one => Row("/comparison/values", one.Key, ComparisonWriter.Here(results, one.Key), one.Value))],
            [.. other.Unlike.Select(ReportWords.Plain)])
        {
            SoFar = other.SoFar is not { } soFar ? null : new ReportSoFar(
                soFar.Days,
                [.. soFar.Values.Select(one => Row("/comparison/soFar/values", one.Key, ($"/comparison/soFar/values/{one.Key}/now", one.Value.Now), one.Value))]),
        };

        ReportComparisonRow Row(string at, string metric, (string Pointer, decimal? Value) here, ComparedResponse compared) => new(
            ReportWords.Metric(metric), figures.Cell(here.Pointer, here.Value), figures.Cell($"{at}/{metric}/then", compared.Then), figures.Cell($"{at}/{metric}/change", compared.Change),
            figures.Cell($"{at}/{metric}/changePercent", (decimal?)compared.ChangePercent, "%"));
    }

    /// <summary>The last day before a moment at which a day begins.</summary>
    public static DateOnly LastDay(DateTimeOffset end) => DateOnly.FromDateTime(end.AddTicks(-1).DateTime);
}
