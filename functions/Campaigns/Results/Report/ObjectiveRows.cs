using System.Globalization;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.Objectives;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Report;

/// <summary>The objectives of the report, each with the figure that it is about, by layer.</summary>
internal sealed class ObjectiveRows(Campaign campaign, ResultsResponse results, CitedFigures figures)
{
    private static readonly string[] Layers = ["output", "outtake", "outcome", "impact"];

    public IReadOnlyList<ReportObjective> Write() =>
        [.. results.Objectives.Select(Of).OrderBy(objective => Array.IndexOf(Layers, objective.Layer))];

    private ReportObjective Of(ObjectiveResponse objective, int index)
    {
        var name = ReportWords.Plain(objective.Name ?? ReportWords.Metric(objective.Metric));
        var own = string.Create(CultureInfo.InvariantCulture, $"/objectives/{index}/now");
        var entered = Entered(objective, own);
        var pointer = ScoredMetrics.Find(objective.Metric)?.Find(results, campaign.Objectives[index])?.Pointer ?? entered?.Pointer ?? own;
        var unit = objective.Metric == ReportedDefinitions.FollowerGrowthPercent.Id ? "%" : "";
        var figure = figures.Cite(pointer, name, objective.Now, unit, entered?.Said);
        return new ReportObjective(
            objective.Layer, name, DateOnly.ParseExact(objective.By, "yyyy-MM-dd", CultureInfo.InvariantCulture), objective.Baseline, objective.Target, unit, figure.Id, new ReportCell(figure.Value, figure.Status, figure.Shown), figure.Origin,
            objective.Progress is { } progress ? Math.Round(progress, 4) : null,
            // Once its day is over, a forecast is the figure itself.
            results.Figures.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"/objectives/{index}/forecast")) is { Status: FigureStatus.Value } && objective.Forecast != objective.Now ? objective.Forecast : null,
            objective.State, objective.Why);
    }

    /// <summary>The entered figure that an objective is about; null where results show a later one, and where several could be meant.</summary>
    private (string Pointer, ReportedResponse Said)? Entered(ObjectiveResponse objective, string own)
    {
        var found = results.Reported.Index()
            .Where(one => one.Item.Name == objective.Metric && one.Item.Value == objective.Now && one.Item.Post is null && one.Item.Side.Answers(objective.Side))
            .Select(one => (Pointer: string.Create(CultureInfo.InvariantCulture, $"/reported/{one.Index}/value"), Said: one.Item))
            .Where(one => results.Figures[one.Pointer].AsOf == results.Figures[own].AsOf).ToList();
        return found is [var only] ? only : null;
    }
}
