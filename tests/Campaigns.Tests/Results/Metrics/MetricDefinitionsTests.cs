using System.Security.Cryptography;
using System.Text;
using Campaigns.Results.Metrics;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Metrics;

public class MetricDefinitionsTests
{
    private static string Golden => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Results", "Metrics", "definitions.txt");

    [Fact]
    public void The_page_of_metrics_says_what_the_code_says()
    {
        // The first table is that of the definitions: its head, a line below it, and its rows.
        var page = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "metrics.md"))
            .SkipWhile(line => !line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith("| ", StringComparison.Ordinal));
        var code = MetricRegistry.Current.Select(metric =>
            $"| `{metric.Id}` | {metric.Version} | {metric.Unit} | {Text(metric.Class)} | {Text(metric.Additivity)} | {metric.Source} | {metric.ShownIn} | {metric.Definition} |");

        Assert.Equal(string.Join('\n', code), string.Join('\n', page));
    }

    [Fact]
    public void A_definition_never_changes_under_the_same_version()
    {
        // A line is added with a new version, and never changed or removed: figures that were shown name it.
        var code = MetricRegistry.Every.Select(metric => $"{metric.Key} {HashOf(metric)}").Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', File.ReadAllLines(Golden).Order(StringComparer.Ordinal)), string.Join('\n', code));
    }

    [Fact]
    public void Versions_grow_one_by_one_and_ids_are_unique()
    {
        Assert.Equal(MetricRegistry.Current.Count, MetricRegistry.Current.Select(metric => metric.Id).Distinct().Count());
        Assert.All(MetricRegistry.Current, metric =>
        {
            var versions = MetricRegistry.Versions(metric.Id);
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(version => version.Version));
            Assert.Equal(metric, versions[^1]);
            Assert.Equal(versions.Count, versions.Select(version => version.Definition).Distinct().Count());
        });
    }

    [Fact]
    public void Every_definition_is_a_sentence() =>
        Assert.All(MetricRegistry.Every, metric => Assert.Matches("^[A-Z].+\\.$", metric.Definition));

    [Fact]
    public void Every_definition_says_where_it_is_shown_and_the_engines_own_are_no_comparison() =>
        Assert.All(MetricRegistry.Every, metric =>
        {
            Assert.Contains(metric.ShownIn, new[] { MetricPlace.Results, MetricPlace.Coverage, MetricPlace.Days, MetricPlace.Contributors, MetricPlace.Listening, MetricPlace.Comparison });
            Assert.Equal(metric.ShownIn == MetricPlace.Comparison, metric.Source is not (MetricSource.Counted or MetricSource.Listening or MetricSource.Analysed or MetricSource.SelfReported or MetricSource.Plan));
            Assert.Equal(metric.ShownIn == MetricPlace.Comparison, metric.ComparesWith is not null);
            Assert.True(metric.ComparesWith is null || MetricRegistry.Versions(metric.ComparesWith).Count > 0, metric.Key);
        });

    private static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string HashOf(MetricDefinition metric) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{metric.Key}|{metric.Definition}|{metric.Unit}|{Text(metric.Class)}|{Text(metric.Additivity)}|{metric.Source}"))[..12]);
}
