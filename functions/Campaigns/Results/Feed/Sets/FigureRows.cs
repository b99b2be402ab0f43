using System.Runtime.CompilerServices;
using Campaigns.Http;
using Campaigns.Results.Exports;

namespace Campaigns.Results.Feed.Sets;

/// <summary>Every figure of a campaign's results, by its path, with what it is worth and what is said about it.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="results">Their results.</param>
internal sealed class FigureRows(FeedCampaigns campaigns, FeedResults results) : FeedSet("Figures", "Figure",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("path"), .. FeedColumn.Rate("value"), FeedColumn.PerhapsText("definitionKey"), FeedColumn.PerhapsText("source"),
    FeedColumn.PerhapsMoment("asOf"), .. FeedColumn.Rate("coverage"), FeedColumn.Moment("changedAt"),
    FeedColumn.PerhapsText("about"), FeedColumn.PerhapsText("unit"), FeedColumn.PerhapsText("meaning"), FeedColumn.PerhapsText("why"), FeedColumn.PerhapsText("reportedBy"), FeedColumn.PerhapsText("readFrom"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListAsync(scope, cancellationToken))
        {
            var id = campaign.Id.Value;
            var (answer, changedAt) = await results.ReadAsync(campaign, scope, cancellationToken);
            foreach (var line in FigureLines.Of(answer, CachedAnswer.JsonOf(scope.Request)).OrderBy(line => line.Path, StringComparer.Ordinal))
            {
                var (path, figure, words) = (line.Path, line.Figure, line.Words);
                yield return
                [
                    FeedKey.Of(id, path), id, path, figure.Value, figure.Status, figure.Definition, figure.Source, figure.AsOf?.ToUniversalTime(),
                    .. FeedStatus.Of(figure.Coverage, FigureStatus.NotOffered), changedAt,
                    line.About, words.Unit, words.Meaning, figure.Why, words.ReportedBy, words.ReadFrom,
                ];
            }
        }
    }
}
