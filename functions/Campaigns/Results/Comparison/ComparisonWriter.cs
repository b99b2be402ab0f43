using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.Objectives;

namespace Campaigns.Results.Comparison;

/// <summary>Sets a campaign's totals beside those of the one that its plan names.</summary>
internal static class ComparisonWriter
{
    private static readonly string[] Compared = ["mentions", "uses", "contributors", "organisations", "influencers", "potentialReach", "potentialImpressions"];

    private static readonly CampaignObjective Whole = new("", "", null, 0, default, null, null, null, null);

    /// <summary>Adds the comparison to results.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="results">Its results.</param>
    /// <param name="other">The other campaign; null where the caller may not open it.</param>
    /// <param name="then">Its results; null where the caller may not open it.</param>
    /// <param name="now">The time.</param>
    public static ResultsResponse With(Campaign campaign, ResultsResponse results, Campaign? other, ResultsResponse? then, DateTimeOffset now)
    {
        var figures = new SortedDictionary<string, Figure>(results.Figures.ToDictionary(), StringComparer.Ordinal);
        // What half a campaign came to is no less than a whole one: it is not yet known.
        var isOver = now >= campaign.EndsAt.ToDateTimeOffset();
        var values = Compared.ToDictionary(id => id, id => Of(ScoredMetrics.Find(id)!, results, then, isOver, figures), StringComparer.Ordinal);
        return results with { Comparison = new ComparisonResponse(campaign.CompareWith!.Value.Value, other?.Name, then?.From, then?.To, values), Figures = figures };
    }

    private static ComparedResponse Of(ScoredMetric metric, ResultsResponse results, ResultsResponse? then, bool isOver, SortedDictionary<string, Figure> figures)
    {
        var pointer = $"/comparison/values/{metric.Id}";
        var here = metric.Find(results, Whole)!.Value;
        var now = results.Figures[here.Pointer];
        var (before, there) = then is null
            ? (null, new Figure(FigureStatus.NotPermitted, metric.Definition.Key, MetricSource.Counted, results.AsOf ?? results.To, null))
            : (metric.Find(then, Whole)!.Value.Value, then.Figures[here.Pointer] with { Coverage = null });
        figures[$"{pointer}/then"] = there;
        var change = isOver ? here.Value - before : null;
        var percent = before > 0 ? (double?)(change / before * 100) : null;
        Note("change", ComparisonOfCampaigns.Change, (double?)change);
        Note("changePercent", ComparisonOfCampaigns.ChangePercent, percent);
        return new ComparedResponse(before, change, percent);

        // A change is unknown for the reason for which one of the two is.
        void Note(string name, MetricDefinition definition, double? value)
        {
            var status = value is { } number ? (number == 0 ? FigureStatus.Zero : FigureStatus.Value)
                : before is null ? there.Status
                : here.Value is null ? now.Status
                : !isOver ? FigureStatus.NotYet
                : FigureStatus.NotOffered;
            figures[$"{pointer}/{name}"] = status == FigureStatus.NotYet
                ? Figure.NotYet(definition)
                : new Figure(status, definition.Key, MetricSource.Counted, now.AsOf ?? there.AsOf, null) { Value = value };
        }
    }
}
