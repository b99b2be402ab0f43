using System.Runtime.CompilerServices;

namespace Campaigns.Results.Feed.Sets;

/// <summary>Every figure of a campaign's results, by its path, with what it is worth.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="results">Their results.</param>
internal sealed class FigureRows(FeedCampaigns campaigns, FeedResults results) : FeedSet("Figures", "Figure",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("path"), .. FeedColumn.Rate("value"), FeedColumn.PerhapsText("definitionKey"), FeedColumn.PerhapsText("source"),
    FeedColumn.PerhapsMoment("asOf"), .. FeedColumn.Rate("coverage"), FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            var id = campaign.Id.Value;
            var (answer, changedAt) = await results.ReadAsync(campaign, scope, cancellationToken);
            foreach (var (path, figure) in answer.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal))
            {
                yield return
                [
                    FeedKey.Of(id, path), id, path, figure.Value, figure.Status, figure.Definition, figure.Source, figure.AsOf?.ToUniversalTime(),
                    .. FeedStatus.Of(figure.Coverage, FigureStatus.NotOffered), changedAt,
                ];
            }
        }
    }
}
