using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>What each rule comes to when it is laid down: when it fires, how bad that is, and who hears of it.</summary>
public sealed class AlertRuleTests
{
    /// <summary>Rules that do not fire at the first line of a quarter of an hour: what is counted, how often it is looked at.</summary>
    private static readonly Dictionary<string, (string Operator, int Threshold, string Window, string Every)> Others = new(StringComparer.Ordinal)
    {
        ["http-5xx"] = ("GreaterThan", 5, "PT15M", "PT5M"),
        ["silence"] = ("LessThan", 1, "PT30M", "PT5M"),
        ["listening-gap"] = ("GreaterThan", 0, "PT2H", "PT5M"),
        ["backup-missing"] = ("LessThan", 1, "P2D", "PT1H"),
        ["access-key-ending"] = ("GreaterThan", 0, "P1D", "PT1H"),
        ["vault-secret-ending"] = ("GreaterThan", 0, "P1D", "PT1H"),
        ["search-budget-near"] = ("GreaterThan", 0, "P1D", "PT1H"),
        ["insight-budget-near"] = ("GreaterThan", 0, "P1D", "PT1H"),
    };

    [Theory]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    public async Task Each_rule_is_on_fires_when_the_page_says_and_tells_the_people(string file)
    {
        var foretold = await BicepCompiler.ForetellAsync(BicepReader.Texts, file);
        var people = Assert.Single(foretold.Of("Microsoft.Insights/actionGroups")).GetProperty("id").GetString();
        var severities = Severities();
        var rules = foretold.Of("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.GetProperty("properties")).ToList();
        Assert.Equal(severities.Keys.Order(StringComparer.Ordinal), rules.Select(Name).Order(StringComparer.Ordinal));
        Assert.Empty(Others.Keys.Except(severities.Keys));
        Assert.All(rules, rule =>
        {
            var name = Name(rule);
            var looked = Assert.Single(rule.GetProperty("criteria").GetProperty("allOf").EnumerateArray());
            Assert.True(rule.GetProperty("enabled").GetBoolean() && rule.GetProperty("autoMitigate").GetBoolean(), name);
            Assert.Equal((name, severities[name]), (name, rule.GetProperty("severity").GetInt32()));
            Assert.Equal(
                (name, Others.GetValueOrDefault(name, ("GreaterThan", 0, "PT15M", "PT5M")), "Count"),
                (name,
                    (looked.GetProperty("operator").GetString()!, looked.GetProperty("threshold").GetInt32(), rule.GetProperty("windowSize").GetString()!, rule.GetProperty("evaluationFrequency").GetString()!),
                    looked.GetProperty("timeAggregation").GetString()));
            Assert.Equal([people], rule.GetProperty("actions").GetProperty("actionGroups").EnumerateArray().Select(group => group.GetString()));
            Assert.EndsWith($"docs/alerts.md#{name}", rule.GetProperty("description").GetString(), StringComparison.Ordinal);
        });
    }

    /// <summary>What is looked for is what the code says: the contract holds each phrase to the one message that has it.</summary>
    [Fact]
    public async Task Each_rule_that_goes_by_the_log_looks_for_its_own_phrase()
    {
        var queries = (await ForetoldTests.ProdAsync()).Of("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.GetProperty("properties"))
            .ToDictionary(Name, rule => rule.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!);
        Assert.All((await Template.ReadAsync()).Alerts, alert => Assert.Contains($"Message contains \"{alert.Phrase}\"", queries[alert.Name], StringComparison.Ordinal));
        Assert.All(queries.Values, query => Assert.Matches("^App(Traces|Requests) \\| where |^AzureDiagnostics \\| where ", query));
        Assert.Contains("ago(26h)", queries["backup-missing"], StringComparison.Ordinal);
        Assert.Contains("between (500 .. 599)", queries["http-5xx"], StringComparison.Ordinal);
        Assert.Contains("Failed > 1", queries["timer-failed"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_who_is_named_gets_a_mail()
    {
        var people = (await ForetoldTests.ProdAsync(("alertEmails", "['duty@example.nhs.uk', 'office@example.nhs.uk']"))).Properties("Microsoft.Insights/actionGroups");
        Assert.True(people.GetProperty("enabled").GetBoolean());
        Assert.Equal(["duty@example.nhs.uk", "office@example.nhs.uk"], people.GetProperty("emailReceivers").EnumerateArray().Select(receiver => receiver.GetProperty("emailAddress").GetString()));
    }

    /// <summary>The names are those under which the vault's audit has its events: https://learn.microsoft.com/azure/key-vault/general/logging, "Event Grid events".</summary>
    [Fact]
    public async Task Secrets_and_certificates_are_told_of_before_they_end_and_when_they_have() => Assert.Equal(
        ["SecretNearExpiryEventGridNotification", "SecretExpiredEventGridNotification", "CertificateNearExpiryEventGridNotification", "CertificateExpiredEventGridNotification"],
        (await Template.ReadAsync()).Files["modules/alerts.bicep"].Find("variable", "vaultSays")!.Value!.Value!.Split(',').Select(name => name.Trim(' ', '"')));

    private static string Name(JsonElement rule) => rule.GetProperty("displayName").GetString()!;

    /// <summary>How bad each is by the page, where rules share rows.</summary>
    private static Dictionary<string, int> Severities() => (
        from line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "alerts.md"))
        where line.StartsWith("| [", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        from rule in cells[1].Split(',', StringSplitOptions.TrimEntries)
        select (rule[1..rule.IndexOf(']', StringComparison.Ordinal)], int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture))).ToDictionary();
}
