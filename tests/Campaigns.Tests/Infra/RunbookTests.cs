using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Http;
using Campaigns.Operations.Backups;
using Campaigns.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

public sealed partial class RunbookTests(AzuriteFixture azurite)
{
    private const string Guids = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    [Fact]
    public async Task Every_alert_has_its_page_and_every_page_its_alert()
    {
        var template = await Template.ReadAsync();
        var rules = template.AlertNames.Order(StringComparer.Ordinal).ToList();
        var pages = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "alerts.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).Order(StringComparer.Ordinal);

        Assert.Equal(rules, pages);
        Assert.Single(template.Declarations, found => found.Declaration.ResourceType == "Microsoft.Insights/scheduledQueryRules");
        Assert.Empty(template.Alerts.Select(alert => alert.Name).Except(rules));
    }

    [Fact]
    public void Nothing_that_an_alert_goes_by_is_left_out_by_sampling()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "host.json")));
        var logging = host.RootElement.GetProperty("logging");
        Assert.Equal("Request;Trace;Exception", logging.GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("excludedTypes").GetString());
        Assert.Equal("Information", logging.GetProperty("logLevel").GetProperty("default").GetString());
    }

    /// <summary>Somebody woken at night sends them as they stand.</summary>
    [Fact]
    public async Task Every_body_that_a_runbook_gives_is_taken()
    {
        var bodies = Body().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "alerts.md"))).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(5, bodies.Count);
        await using var engine = await TestEngine.StartAsync(azurite);
        await PutKeyAsync("office", """{ "roles": ["manager"] }""");
        var faults = new Faults();
        foreach (var body in bodies)
        {
            if (body.StartsWith("{\"outcome\"", StringComparison.Ordinal))
            {
                Settlement.Read(JsonElement.Parse(body), faults);
            }
            else
            {
                await PutKeyAsync("board-2", body);
            }
        }

        Assert.False(faults.Any);

        async Task PutKeyAsync(string name, string body)
        {
            var request = Call.Request(engine, "PUT", $"/api/access/{name}", body);
            Assert.Equal(201, (await Call.AnswerAsync(request, engine.Function<PutAccess>().Run(request, name, default))).Status);
        }
    }

    /// <summary>A message that is worked on while there is no campaign is lost: while tables come back, nothing takes one.</summary>
    [Fact]
    public void While_tables_come_back_no_queue_is_worked_on_and_no_copy_is_made()
    {
        var off = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"))
            .Single(line => line.Contains("off=\"", StringComparison.Ordinal)).Split('"')[1].Split(' ');

        Assert.Equal(EngineNeeds.Read().Workers.Append(nameof(RunBackup)).Order(StringComparer.Ordinal), off.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_deploys_may_set_locks_and_give_the_roles_of_the_templates_alone()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "deployment.md"));
        Assert.Contains("assign --role Contributor", text, StringComparison.Ordinal);
        // Contributor may not write below Microsoft.Authorization, and Role Based Access Control Administrator only assignments.
        Assert.Contains("assign --role \"User Access Administrator\" --condition-version 2.0", text, StringComparison.Ordinal);
        // What the commands' condition takes out of the file.
        Assert.Contains($"grep -oE '{Guids}' infra/modules/roles.bicep", text, StringComparison.Ordinal);
        Assert.Equal(
            (await Template.ReadAsync()).RoleIds.Values.Order(StringComparer.Ordinal),
            Id().Matches(BicepReader.Texts["modules/roles.bicep"]).Select(match => match.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_documentation_names_the_parameters_and_files_that_there_are()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "deployment.md")) + File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var code = text.Split('`').Where((_, number) => number % 2 == 1).Concat(text.Split("```").Where((_, number) => number % 2 == 1)).ToList();
        foreach (var parameter in new[] { "accessFirstKey", "privacyWrappingKey", "assignRoles", "locks", "moreSettings", "entraClientId", "entraRequired", "networking", "addressPrefix", "customDomain", "customDomainCertificate", "storageRedundancy", "location" })
        {
            // As what one types: in a span or a block of code, and as a whole word.
            Assert.Contains(code, part => Regex.IsMatch(part, $@"\b{parameter}\b"));
            Assert.Contains($"param {parameter} ", BicepReader.Texts["main.bicep"], StringComparison.Ordinal);
        }

        foreach (var file in new[] { "infra/prod.bicepparam", "infra/app-roles.json", "infra/scripts/register-app.sh", "azure.yaml" })
        {
            Assert.Contains(file, text, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, file)), file);
        }
    }

    [GeneratedRegex("""
        `(\{"[^`]*\})`
        """)]
    private static partial Regex Body();

    [GeneratedRegex(Guids)]
    private static partial Regex Id();
}
