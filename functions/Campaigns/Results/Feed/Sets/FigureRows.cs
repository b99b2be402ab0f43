using System.Runtime.CompilerServices;

namespace Campaigns.Results.Feed.Sets;

/// <summary>Every figure of a campaign's results, by its path, with what it is worth.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="results">Their results.</param>
/// <param name="changes">When they changed.</param>
internal sealed class FigureRows(FeedCampaigns campaigns, ResultsReader results, FeedChanges changes) : FeedSet("Figures", "Figure",
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
            var changedAt = await changes.OfResultsAsync(campaign, scope.Request, cancellationToken);
            var answer = await results.OfAsync(campaign, scope.Request, cancellationToken) ?? throw new FeedChangingException();
            scope.Reads.Note(campaign, answer.AsOf);
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
