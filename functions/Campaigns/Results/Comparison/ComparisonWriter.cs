using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.Objectives;

namespace Campaigns.Results.Comparison;

/// <summary>Sets totals beside those of another campaign, or of other days.</summary>
internal static class ComparisonWriter
{
    private static readonly string[] Compared = ["mentions", "uses", "contributors", "organisations", "influencers", "potentialReach", "potentialImpressions"];

    /// <summary>Why there is no percentage.</summary>
    private const string OfZero = "It is zero there, and nothing is a percentage of zero.";

    private static readonly CampaignObjective Whole = new("", "", null, 0, default, null, null, null, null);

    /// <summary>Adds the comparison with another campaign to results.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="results">Its results.</param>
    /// <param name="other">The other campaign; null where the caller may not open it.</param>
    /// <param name="then">Its results; null where the caller may not open it.</param>
    /// <param name="now">The time.</param>
    public static ResultsResponse With(Campaign campaign, ResultsResponse results, Campaign? other, ResultsResponse? then, DateTimeOffset now)
    {
        var figures = Copy(results);
        // What half a campaign came to is no less than a whole one: it is not yet known, whichever of the two is half.
        var whyNot = now < campaign.EndsAt.ToDateTimeOffset() ? "This campaign is not over yet." : now < other?.EndsAt.ToDateTimeOffset() ? UnlikeWriter.NotOver : null;
        var values = Compared.ToDictionary(
            id => id,
            id => Of($"/comparison/values/{id}", id, results, then, whyNot, figures, ComparisonOfCampaigns.Change, ComparisonOfCampaigns.ChangePercent),
            StringComparer.Ordinal);
        return results with
        {
            Comparison = new ComparisonResponse(campaign.CompareWith!.Value.Value, other?.Name, then?.From, then?.To, values) { Unlike = other is null ? [] : UnlikeWriter.Of(campaign, other, now) },
            Figures = figures,
        };
    }

    /// <summary>Adds the first days of both campaigns.</summary>
    /// <param name="results">The results with their comparison.</param>
    /// <param name="here">Those of the first days.</param>
    /// <param name="there">Those of as many there.</param>
    public static ResultsResponse WithSoFar(ResultsResponse results, ResultsResponse here, ResultsResponse there)
    {
        var figures = Copy(results);
        var values = Compared.ToDictionary(id => id, id =>
        {
            var (pointer, (at, value)) = ($"/comparison/soFar/values/{id}", Here(here, id));
            figures[$"{pointer}/now"] = here.Figures[at] with { Coverage = null };
            var compared = Of(pointer, id, here, there, null, figures, ComparisonOfDays.Change, ComparisonOfDays.ChangePercent);
            return new ComparedSoFar(value, compared.Then, compared.Change, compared.ChangePercent);
        }, StringComparer.Ordinal);
        return results with
        {
            Comparison = results.Comparison! with { SoFar = new SoFarResponse(here.Window!.Days, here.From, here.To, there.From, there.To, values) },
            Figures = figures,
        };
    }

    /// <summary>Adds the comparison with other days of the same campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="results">The results of its days, or of all.</param>
    /// <param name="days">How many days they are of.</param>
    /// <param name="there">The results of the others.</param>
    /// <param name="now">The time.</param>
    public static ResultsResponse WithDays(Campaign campaign, ResultsResponse results, int days, ResultsResponse there, DateTimeOffset now)
    {
        var figures = Copy(results);
        // A day that is not over is no less than one that is, as with campaigns.
        var whyNot = UnlikeWriter.NotOverOf(results, there, now).FirstOrDefault();
        var values = Compared.ToDictionary(
            id => id, id => Of($"/comparison/values/{id}", id, results, there, whyNot, figures, ComparisonOfDays.Change, ComparisonOfDays.ChangePercent), StringComparer.Ordinal);
        return results with
        {
            Comparison = new ComparisonResponse(campaign.Id.Value, campaign.Name, there.From, there.To, values) { Unlike = UnlikeWriter.Of(results, days, there, there.Window!.Days, now) },
            Figures = figures,
        };
    }

    /// <summary>Where a figure that is compared stands in results, and what it is.</summary>
    public static (string Pointer, decimal? Value) Here(ResultsResponse results, string id) => ScoredMetrics.Find(id)!.Find(results, Whole)!.Value;

    private static SortedDictionary<string, Figure> Copy(ResultsResponse results) => new(results.Figures.ToDictionary(), StringComparer.Ordinal);

    private static ComparedResponse Of(
        string pointer, string id, ResultsResponse results, ResultsResponse? then, string? whyNot, SortedDictionary<string, Figure> figures, MetricDefinition changed, MetricDefinition percentChanged)
    {
        var here = Here(results, id);
        var now = results.Figures[here.Pointer];
        var (before, there) = then is null
            ? (null, new Figure(FigureStatus.NotPermitted, ScoredMetrics.Find(id)!.Definition.Key, MetricSource.Counted, results.AsOf ?? results.To, null))
            : (Here(then, id).Value, then.Figures[here.Pointer] with { Coverage = null });
        figures[$"{pointer}/then"] = there;
        var change = whyNot is null ? here.Value - before : null;
        var percent = before > 0 ? (double?)(change / before * 100) : null;
        Note("change", changed, (double?)change);
        Note("changePercent", percentChanged, percent);
        return new ComparedResponse(before, change, percent);

        // A change is unknown for the reason for which one of the two is.
        string? Why() => before is null ? there.Why : here.Value is null ? now.Why : whyNot ?? OfZero;

        void Note(string name, MetricDefinition definition, double? value)
        {
            var status = value is { } number ? (number == 0 ? FigureStatus.Zero : FigureStatus.Value)
                : before is null ? there.Status
                : here.Value is null ? now.Status
                : whyNot is not null ? FigureStatus.NotYet
                : FigureStatus.NotOffered;
            figures[$"{pointer}/{name}"] = status == FigureStatus.NotYet
                ? Figure.NotYet(definition, Why())
                : new Figure(status, definition.Key, MetricSource.Counted, now.AsOf ?? there.AsOf, null) { Value = value, Why = value is null ? Why() : null };
        }
    }
}
