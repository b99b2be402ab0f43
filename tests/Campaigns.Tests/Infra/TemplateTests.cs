using Campaigns.Storage;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>What a reviewer would say of the templates, and no compiler does.</summary>
public sealed class TemplateTests
{
    /// <summary>The API versions, each the same wherever its provider stands.</summary>
    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        ["Microsoft.Authorization/locks"] = "2020-05-01",
        ["Microsoft.Authorization/roleAssignments"] = "2022-04-01",
        ["Microsoft.CognitiveServices"] = "2026-05-01",
        ["Microsoft.Insights/actionGroups"] = "2023-01-01",
        ["Microsoft.Insights/components"] = "2020-02-02",
        ["Microsoft.Insights/diagnosticSettings"] = "2021-05-01-preview",
        ["Microsoft.Insights/privateLinkScopes"] = "2021-07-01-preview",
        ["Microsoft.Insights/scheduledQueryRules"] = "2023-12-01",
        ["Microsoft.Insights/workbooks"] = "2023-06-01",
        ["Microsoft.KeyVault"] = "2026-02-01",
        ["Microsoft.ManagedIdentity"] = "2024-11-30",
        ["Microsoft.Network/networkSecurityGroups"] = "2024-05-01",
        ["Microsoft.Network/privateDnsZones"] = "2024-06-01",
        ["Microsoft.Network/privateEndpoints"] = "2024-05-01",
        ["Microsoft.Network/virtualNetworks"] = "2024-05-01",
        ["Microsoft.OperationalInsights"] = "2025-07-01",
        ["Microsoft.Storage"] = "2025-08-01",
        ["Microsoft.Web"] = "2025-03-01",
    };

    /// <summary>The ids of built-in roles, which are the same in every tenant.</summary>
    private static readonly Dictionary<string, string> RoleIds = new(StringComparer.Ordinal)
    {
        ["Storage Blob Data Owner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["Storage Queue Data Contributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["Storage Table Data Contributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["Key Vault Secrets User"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["Monitoring Metrics Publisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["Cognitive Services Language Reader"] = "7628b7b8-a8b2-4cdc-b46f-e9b35248918e",
    };

    /// <summary>Doors that a template could open, by the path of their property, with what keeps them shut.</summary>
    private static readonly (string File, string Resource, string Path, string Value)[] Closed =
    [
        ("modules/storage.bicep", "account", "allowSharedKeyAccess", "false"),
        ("modules/storage.bicep", "account", "allowBlobPublicAccess", "false"),
        ("modules/storage.bicep", "account", "minimumTlsVersion", "TLS1_2"),
        ("modules/storage.bicep", "account", "supportsHttpsTrafficOnly", "true"),
        ("modules/language.bicep", "account", "disableLocalAuth", "true"),
        ("modules/vault.bicep", "vault", "enableRbacAuthorization", "true"),
        ("modules/vault.bicep", "vault", "enablePurgeProtection", "true"),
        ("modules/monitoring.bicep", "workspace", "features.disableLocalAuth", "true"),
        ("modules/monitoring.bicep", "component", "DisableLocalAuth", "true"),
        ("modules/functionApp.bicep", "app", "httpsOnly", "true"),
        ("modules/functionApp.bicep", "app", "siteConfig.ftpsState", "Disabled"),
        ("modules/functionApp.bicep", "app", "siteConfig.minTlsVersion", "1.2"),
        ("modules/functionApp.bicep", "app", "siteConfig.scmMinTlsVersion", "1.2"),
        ("modules/functionApp.bicep", "noFtpPassword", "allow", "false"),
        ("modules/functionApp.bicep", "noScmPassword", "allow", "false"),
    ];

    private static readonly string[] Secretive = ["listKeys", "listSecrets", "AccountKey=", "SharedAccessKey", "InstrumentationKey", "BEGIN PRIVATE", "?sig=", "&sig=", "Password="];

    [Fact]
    public async Task Nothing_in_any_file_is_no_Bicep() =>
        Assert.Empty((await Template.ReadAsync()).Files.SelectMany(file => file.Value.Errors.Select(error => $"{file.Key}, {error}")));

    [Fact]
    public async Task Every_parameter_output_and_file_says_what_it_is_for()
    {
        var template = await Template.ReadAsync();
        Assert.All(
            template.Declarations.Where(found => found.Declaration.Kind is "parameter" or "output"),
            found => Assert.True(found.Declaration.Description.Length > 10, $"{found.File}: {found.Declaration.Name}"));
        Assert.All(template.Files.Where(file => file.Key.EndsWith(".bicep", StringComparison.Ordinal)), file => Assert.NotNull(file.Value.Find("metadata", "description")));
    }

    [Fact]
    public async Task Resources_have_the_versions_of_the_list() => Assert.All(
        (await Template.ReadAsync()).Declarations.Where(found => found.Declaration.Kind == "resource"),
        found => Assert.Equal(
            Versions.Single(version => found.Declaration.ResourceType == version.Key || found.Declaration.ResourceType.StartsWith($"{version.Key}/", StringComparison.Ordinal)).Value,
            found.Declaration.ApiVersion));

    [Fact]
    public async Task No_file_holds_a_secret_a_key_or_a_connection_string()
    {
        Assert.All(BicepReader.Texts, file => Assert.All(Secretive, word => Assert.DoesNotContain(word, file.Value, StringComparison.OrdinalIgnoreCase)));
        var template = await Template.ReadAsync();
        var secure = template.Declarations.Where(found => found.Declaration.Has("secure")).ToList();
        Assert.Equal(4, secure.Count);
        Assert.All(secure, found => Assert.True(string.IsNullOrEmpty(found.Declaration.Value?.Value), found.Declaration.Name));
        Assert.DoesNotContain(
            template.Declarations.Where(found => found.Declaration.Kind == "output").SelectMany(found => found.Declaration.Value!.All),
            part => part.Kind == "name" && secure.Any(secret => secret.Declaration.Name == part.Value));
    }

    [Fact]
    public async Task Each_role_stands_once_with_its_id_its_reason_and_one_resource()
    {
        var template = await Template.ReadAsync();
        Assert.Equal(RoleIds.OrderBy(role => role.Key, StringComparer.Ordinal), template.RoleIds.OrderBy(role => role.Key, StringComparer.Ordinal));
        Assert.All(template.Roles, role => Assert.True(role.Reason.Length > 30, role.Role));
        var given = template.Declarations.Where(found => found.Declaration.ResourceType == "Microsoft.Authorization/roleAssignments").ToList();
        Assert.All(given, found => Assert.Equal("modules/roles.bicep", found.File));
        Assert.Equal(["storage", "vault", "component", "language"], given.Select(found => found.Declaration.Value!["scope"]!.Value));
    }

    [Fact]
    public async Task Keys_are_off_wherever_they_could_be_on_and_nothing_is_said_in_the_clear() => Assert.Empty(Open(await Template.ReadAsync()));

    [Fact]
    public async Task What_is_opened_is_found()
    {
        var changed = BicepReader.Texts;
        foreach (var (file, _, path, value) in Closed.DistinctBy(closed => (closed.File, closed.Path)))
        {
            var name = path.Split('.')[^1];
            changed = value is "true" or "false"
                ? changed.Changed(file, $" {name}: {value}\n", $" {name}: {(value == "true" ? "false" : "true")}\n")
                : changed.Changed(file, $" {name}: '{value}'\n", $" {name}: '{value[..^1]}0'\n");
        }

        Assert.Equal(Closed.Select(Name), Open(new(await BicepReader.ReadAsync(changed))));
    }

    [Fact]
    public async Task What_can_tell_of_itself_does_and_what_holds_something_can_be_locked()
    {
        var template = await Template.ReadAsync();
        Assert.Equal(
            ["account", "app", "blobService", "queueService", "tableService", "vault", "workspace"], Scopes("Microsoft.Insights/diagnosticSettings"));
        Assert.Equal(["account", "account", "app", "vault", "workspace"], Scopes("Microsoft.Authorization/locks"));
        Assert.Equal("true", template.Files["prod.bicepparam"].Find("variable", "locks")!.Value!.Value);

        IEnumerable<string?> Scopes(string type) => template.Declarations.Where(found => found.Declaration.ResourceType == type)
            .Select(found => found.Declaration.Value!["scope"]!.Value).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_removed_backup_is_gone_as_soon_as_the_privacy_page_says()
    {
        var (template, backups) = (await Template.ReadAsync(), new BackupOptions());
        foreach (var file in new[] { "main.bicep", "modules/storage.bicep" })
        {
            // No version then outlives its backup by more than the days that it rests as deleted.
            var most = template.Files[file].Find("parameter", "softDeleteDays")!.Decorators.Single(decorator => decorator.Value == "maxValue").Parts[0].Value;
            Assert.Equal($"{backups.RetentionDays}", most);
        }

        Assert.Contains("Backup__RecoverableDays: string(softDeleteDays + 3)", BicepReader.Texts["main.bicep"], StringComparison.Ordinal);
        Assert.Equal(backups.RetentionDays + 3, backups.RecoverableDays);
        Assert.Contains($"{backups.RetentionDays + backups.RecoverableDays} in all", File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "privacy.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_deploys_is_told_of_every_provider_that_has_to_be_registered()
    {
        // Rights need no registration, and the subnet of the app is delegated to one that lays nothing down here.
        var needed = (await Template.ReadAsync()).Declarations.Where(found => found.Declaration.Kind == "resource").Select(found => found.Declaration.ResourceType.Split('/')[0])
            .Where(provider => provider != "Microsoft.Authorization").Append("Microsoft.App").Distinct();
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "deployment.md"));
        var told = page[page.IndexOf("## What you need", StringComparison.Ordinal)..page.IndexOf("az provider register", StringComparison.Ordinal)].Split('`').Where(text => text.StartsWith("Microsoft.", StringComparison.Ordinal));
        Assert.Equal(needed.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    [InlineData("main.bicepparam")]
    public async Task Alerts_are_mailed_to_whom_the_environment_names_whichever_way_is_deployed(string file) =>
        Assert.Contains((await Template.ReadAsync()).Files[file].Find("variable", "alertEmails")!.Value!.All, part => part.Value == "ALERT_EMAIL");

    [Fact]
    public async Task What_takes_tags_has_them()
    {
        string[] bare = ["diagnosticSettings", "locks", "roleAssignments", "scopedResources", "privateDnsZoneGroups", "managementPolicies", "config", "basicPublishingCredentialsPolicies", "hostNameBindings", "blobServices", "queueServices", "tableServices", "containers", "queues", "tables", "secrets"];
        Assert.All(
            (await Template.ReadAsync()).Declarations.Where(found => found.Declaration is { Kind: "resource", Existing: false } && !bare.Contains(found.Declaration.ResourceType.Split('/')[^1])),
            found => Assert.True(found.Declaration.Value!["tags"] is not null, $"{found.File}: {found.Declaration.Name}"));
    }

    private static IEnumerable<string> Open(Template template) => Closed
        .Where(closed => closed.Path.Split('.').Aggregate(template.Files[closed.File].Find("resource", closed.Resource)!.Value!["properties"]!, (within, name) => within[name]!).Value != closed.Value)
        .Select(Name);

    private static string Name((string File, string Resource, string Path, string Value) closed) => $"{closed.File} {closed.Resource} {closed.Path}";
}
