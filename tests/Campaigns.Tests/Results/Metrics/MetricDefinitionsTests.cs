using Campaigns.Results.Metrics;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Metrics;

public class MetricDefinitionsTests
{
    [Fact]
    public void The_page_of_metrics_says_what_the_code_says()
    {
        var page = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "metrics.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);
        var code = MetricDefinitions.All.Select(metric =>
            $"| `{metric.Id}` | {metric.Version} | {metric.Unit} | {metric.Class.ToString().ToLowerInvariant()} | {metric.Additivity.ToString().ToLowerInvariant()} | {metric.Definition} |");

        Assert.Equal(string.Join('\n', code), string.Join('\n', page));
    }

    [Fact]
    public void A_metric_has_one_definition_of_each_version() =>
        Assert.Equal(MetricDefinitions.All.Count, MetricDefinitions.All.Select(metric => metric.Key).Distinct().Count());

    [Fact]
    public void Every_definition_is_a_sentence() =>
        Assert.All(MetricDefinitions.All, metric => Assert.Matches("^[A-Z].+\\.$", metric.Definition));
}
