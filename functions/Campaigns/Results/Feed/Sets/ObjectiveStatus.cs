using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime.Text;

namespace Campaigns.Results.Feed.Sets;

/// <summary>How the objectives of the campaigns' plans stand now.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="results">Their results.</param>
internal sealed class ObjectiveStatus(FeedCampaigns campaigns, FeedResults results) : FeedSet("ObjectiveStatus", "ObjectiveStatus",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.PerhapsText("channelKey"), FeedColumn.PerhapsText("definitionKey"), FeedColumn.Text("dateKey"),
    FeedColumn.Small("number"), FeedColumn.PerhapsText("name"), FeedColumn.Text("metric"), FeedColumn.Text("layer"), FeedColumn.PerhapsText("account"), FeedColumn.PerhapsText("scope"),
    FeedColumn.Day("dueOn"), .. Numbers.SelectMany(FeedColumn.Rate), FeedColumn.Text("state"), FeedColumn.PerhapsText("why"), FeedColumn.Moment("changedAt"),
])
{
    private static readonly string[] Numbers = ["baseline", "target", "now", "progress", "expected", "forecast"];

    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken).Where(campaign => campaign.Objectives.Count > 0).WithCancellation(cancellationToken))
        {
            var id = campaign.Id.Value;
            var (answer, changedAt) = await results.ReadAsync(campaign, scope, cancellationToken);
            foreach (var (number, objective) in answer.Objectives.Index())
            {
                double?[] values = [(double?)objective.Baseline, (double?)objective.Target, (double?)objective.Now, objective.Progress, (double?)objective.Expected, (double?)objective.Forecast];
                var figures = Numbers.Select(name => answer.Figures[string.Create(CultureInfo.InvariantCulture, $"/objectives/{number}/{name}")]).ToArray();
                yield return
                [
                    FeedKey.Of(id, number.ToString("000", CultureInfo.InvariantCulture)), id, objective.Channel, figures[2].Definition, objective.By,
                    number + 1, objective.Name, objective.Metric, objective.Layer, objective.Account, objective.Scope, FeedTime.Date(LocalDatePattern.Iso.Parse(objective.By).Value),
                    .. Numbers.Index().SelectMany(name => new object?[] { values[name.Index], figures[name.Index].Status }), objective.State, objective.Why, changedAt,
                ];
            }
        }
    }
}
