using System.Text.Json;
using Campaigns.Results.Metrics;

namespace Campaigns.Results.Feed.Sets;

/// <summary>What the figures mean, every version of it.</summary>
internal sealed class DefinitionRows() : FeedSet("Definitions", "Definition",
[
    FeedColumn.Text("definitionKey"), FeedColumn.Text("id"), FeedColumn.Small("version"), FeedColumn.Text("definition"), FeedColumn.Text("unit"), FeedColumn.Text("layer"),
    FeedColumn.Text("additivity"), FeedColumn.Text("source"), FeedColumn.Text("shownIn"), FeedColumn.PerhapsText("comparesWith"), FeedColumn.Flag("isCurrent"),
])
{
    private static readonly object?[][] Rows =
    [
        .. MetricRegistry.Every.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => new object?[]
        {
            metric.Key, metric.Id, metric.Version, metric.Definition, metric.Unit, Word(metric.Class), Word(metric.Additivity), metric.Source, metric.ShownIn, metric.ComparesWith,
            MetricRegistry.Current.Contains(metric),
        }),
    ];

    public override IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, CancellationToken cancellationToken) => Rows.ToAsyncEnumerable();

    /// <summary>The word that JSON has for it.</summary>
    private static string Word<T>(T value) => JsonSerializer.SerializeToElement(value).GetString()!;
}
