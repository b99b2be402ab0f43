using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>The queries of alerts, workbook and runbooks are ones that Log Analytics takes: read and bound by Microsoft's own parser, to the tables as they are documented.</summary>
public sealed partial class KqlTests
{
    [Fact]
    public async Task Every_query_names_tables_columns_and_functions_that_there_are()
    {
        var (deployed, told) = (await DeployedAsync(BicepReader.Texts), Told());
        var template = await Template.ReadAsync();
        var charts = template.Files["modules/workbook.bicep"].Find("variable", "charts")!.Value!.Items.Select(chart => chart["title"]!.Value!);
        Assert.Equal(template.AlertNames.Concat(charts).Order(StringComparer.Ordinal), deployed.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("docs/alerts.md", told.Keys.Select(name => name.Split(' ')[0]));
        Assert.Empty(await FindingsAsync(deployed.Concat(told)));
    }

    [Fact]
    public async Task What_is_wrong_in_a_query_is_told_with_its_name_and_its_place()
    {
        var findings = await FindingsAsync(await DeployedAsync(BicepReader.Texts
            .Changed("modules/alerts.bicep", "where toint(ResultCode)", "where toint(ResultCodes)")
            .Changed("modules/alerts.bicep", "where Looks > 1", "where Looks > 1 and")
            .Changed("modules/alerts.bicep", "AppTraces | where TimeGenerated", "AppTrace | where TimeGenerated")
            .Changed("modules/workbook.bicep", "percentile(DurationMs, 50)", "median(DurationMs)")
            .Changed("modules/workbook.bicep", "SeverityLevel >= 2", "SeverityLevel startswith 2")));
        Found("http-5xx, line 1 column 27: The name 'ResultCodes'");
        Found("queue-age, line 1 column ");
        Found("backup-missing, line 1 column 1: The name 'AppTrace'");
        Found("Calls to platforms and to Azure, line 1 column ");
        Found("What the engine warned of, line 1 column 33: ");
        Assert.DoesNotContain(findings, finding => finding.StartsWith("silence", StringComparison.Ordinal));

        void Found(string start) => Assert.Contains(findings, finding => finding.StartsWith(start, StringComparison.Ordinal));
    }

    private static Task<string[]> FindingsAsync(IEnumerable<KeyValuePair<string, string>> queries) =>
        NodeScript.AskAsync<string[]>(Path.Combine("Kql", "judge.mjs"), queries.ToDictionary());

    /// <summary>Queries as they reach Azure, by the name of the rule or the title of the chart.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> DeployedAsync(IReadOnlyDictionary<string, string> texts)
    {
        var foretold = await BicepCompiler.ForetellAsync(texts, "prod.bicepparam");
        var rules = from rule in Of("Microsoft.Insights/scheduledQueryRules")
                    from criterion in rule.GetProperty("criteria").GetProperty("allOf").EnumerateArray()
                    select (rule.GetProperty("displayName").GetString()!, criterion.GetProperty("query").GetString()!);
        var charts = from workbook in Of("Microsoft.Insights/workbooks")
                     from item in JsonElement.Parse(workbook.GetProperty("serializedData").GetString()!).GetProperty("items").EnumerateArray()
                     let content = item.GetProperty("content")
                     where content.TryGetProperty("query", out _)
                     // What the page fills in: the grain that suits the time that was chosen.
                     select (content.GetProperty("title").GetString()!, content.GetProperty("query").GetString()!.Replace("{TimeRange:grain}", "1h", StringComparison.Ordinal));
        return rules.Concat(charts).ToDictionary();

        IEnumerable<JsonElement> Of(string type) => foretold.Of(type).Select(resource => resource.GetProperty("properties"));
    }

    /// <summary>Queries that pages give people to run, by where they stand.</summary>
    private static Dictionary<string, string> Told() => (
        from path in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md")
        from line in File.ReadLines(path).Index()
        from query in Query().Matches(line.Item)
        select ($"docs/{Path.GetFileName(path)} line {line.Index + 1} at {query.Index + 1}", query.Groups[1].Value)).ToDictionary();

    [GeneratedRegex(@"`([A-Z]\w+ \| [^`]+)`")]
    private static partial Regex Query();
}
