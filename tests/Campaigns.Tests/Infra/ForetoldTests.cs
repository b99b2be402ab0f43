using System.Text.Json;
using System.Text.RegularExpressions;

namespace Campaigns.Tests.Infra;

/// <summary>What the templates come to with the parameters that change them most, by the official compiler.</summary>
public sealed class ForetoldTests
{
    private const string Client = "11111111-1111-1111-1111-111111111111";

    /// <summary>What a network may keep to itself: the first three hold data.</summary>
    private static readonly string[] Doors = ["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.CognitiveServices/accounts", "Microsoft.Web/sites"];

    private static readonly string[] Logs = ["Microsoft.OperationalInsights/workspaces", "Microsoft.Insights/components"];

    [Theory]
    [InlineData("public", "Enabled", "Enabled")]
    [InlineData("privateData", "Disabled", "Enabled")]
    [InlineData("private", "Disabled", "Disabled")]
    public async Task A_network_leaves_open_what_it_says_and_no_more(string networking, string data, string app)
    {
        var foretold = await ProdAsync(("networking", $"'{networking}'"));
        Assert.Equal([data, data, data, app], Doors.Select(type => foretold.Properties(type).GetProperty("publicNetworkAccess").GetString()));
        Assert.Equal(data == "Enabled" ? 0 : app == "Enabled" ? 5 : 7, foretold.Of("Microsoft.Network/privateEndpoints").Count);
        // Logs travel as the app is reached.
        Assert.All(Logs, type => Assert.Equal(
            (app, app), (foretold.Properties(type).GetProperty("publicNetworkAccessForIngestion").GetString(), foretold.Properties(type).GetProperty("publicNetworkAccessForQuery").GetString())));
        Assert.Equal(app == "Enabled" ? 0 : 1, foretold.Of("Microsoft.Insights/privateLinkScopes").Count);
    }

    [Fact]
    public async Task In_a_private_network_logs_travel_through_a_scope_that_holds_them_all_and_by_every_name_that_they_have()
    {
        var foretold = await ProdAsync(("networking", "'private'"));
        var modes = foretold.Properties("Microsoft.Insights/privateLinkScopes").GetProperty("accessModeSettings");
        Assert.Equal(("PrivateOnly", "PrivateOnly"), (modes.GetProperty("ingestionAccessMode").GetString(), modes.GetProperty("queryAccessMode").GetString()));
        Assert.Equal(
            Logs.SelectMany(foretold.Names),
            foretold.Of("Microsoft.Insights/privateLinkScopes/scopedResources").Select(scoped => scoped.GetProperty("properties").GetProperty("linkedResourceId").GetString()!.Split('/')[^1]));
        var way = foretold.Properties("Microsoft.Network/privateEndpoints", "-azuremonitor").GetProperty("privateLinkServiceConnections")[0].GetProperty("properties");
        Assert.EndsWith($"/{foretold.Names("Microsoft.Insights/privateLinkScopes").Single()}", way.GetProperty("privateLinkServiceId").GetString(), StringComparison.Ordinal);
        var zones = foretold.Properties("Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "-azuremonitor/default").GetRawText();
        Assert.All(["privatelink.monitor.azure.com", "privatelink.oms.opinsights.azure.com", "privatelink.ods.opinsights.azure.com", "privatelink.agentsvc.azure-automation.net", "privatelink.blob."], name => Assert.Contains(name, zones, StringComparison.Ordinal));
        Assert.Equal(10, foretold.Names("Microsoft.Network/privateDnsZones").Distinct().Count());
    }

    [Fact]
    public async Task Where_the_deployment_may_give_no_role_none_is_given_and_each_is_said()
    {
        var roles = (await Template.ReadAsync()).Roles.Select(role => role.Role).ToList();
        var given = await ProdAsync();
        Assert.Equal(roles.Count, given.Of("Microsoft.Authorization/roleAssignments").Count);
        Assert.Equal(0, given.Outputs.GetProperty("rolesToAssign").GetArrayLength());

        var said = await ProdAsync(("assignRoles", "false"));
        Assert.Empty(said.Of("Microsoft.Authorization/roleAssignments"));
        var commands = said.Outputs.GetProperty("rolesToAssign").GetString()!;
        Assert.Equal(roles.Count, commands.Split("az role assignment create").Length - 1);
        Assert.All(roles, role => Assert.Single(commands.Split($"'{role}'")[1..]));
    }

    [Fact]
    public async Task With_Entra_the_platform_signs_in_and_only_what_is_open_anyway_stays_open()
    {
        var without = await ProdAsync();
        Assert.DoesNotContain(without.Names("Microsoft.Web/sites/config"), name => name.EndsWith("/authsettingsV2", StringComparison.Ordinal));
        Assert.False(Settings(without).TryGetProperty("Access__Authority", out _));

        var both = await ProdAsync(("entraClientId", $"'{Client}'"));
        Assert.True(Settings(both).TryGetProperty("Access__Authority", out _));
        Assert.Equal((false, "AllowAnonymous", "[]"), Rules(both));
        var entra = SignIn(both).GetProperty("identityProviders").GetProperty("azureActiveDirectory");
        Assert.Equal(Client, entra.GetProperty("registration").GetProperty("clientId").GetString());
        Assert.Equal([Client, $"api://{Client}"], entra.GetProperty("validation").GetProperty("allowedAudiences").EnumerateArray().Select(audience => audience.GetString()!));
        Assert.True(SignIn(both).GetProperty("httpSettings").GetProperty("requireHttps").GetBoolean());

        var alone = await ProdAsync(("entraClientId", $"'{Client}'"), ("entraRequired", "true"));
        var open = JsonSerializer.Serialize((await Template.ReadAsync()).OpenPaths);
        Assert.Equal((true, "Return401", open), Rules(alone));
        Assert.Equal(open, JsonSerializer.Serialize(alone.Outputs.GetProperty("openPaths")));

        static JsonElement SignIn(Foretold foretold) => foretold.Properties("Microsoft.Web/sites/config", "/authsettingsV2");
        static (bool, string, string) Rules(Foretold foretold) => SignIn(foretold).GetProperty("globalValidation") is var rules
            ? (rules.GetProperty("requireAuthentication").GetBoolean(), rules.GetProperty("unauthenticatedClientAction").GetString()!, JsonSerializer.Serialize(rules.GetProperty("excludedPaths")))
            : default;
    }

    [Fact]
    public async Task A_domain_is_bound_with_its_certificate_and_without_one_nothing_is_begun()
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => ProdAsync(("customDomain", "'campaigns.example.nhs.uk'")));
        Assert.Contains("customDomain needs customDomainCertificate", failed.Message, StringComparison.Ordinal);

        var bound = await ProdAsync(("customDomain", "'campaigns.example.nhs.uk'"), ("customDomainCertificate", "'campaigns'"), ("entraClientId", $"'{Client}'"));
        Assert.Equal("campaigns", bound.Properties("Microsoft.Web/certificates").GetProperty("keyVaultSecretName").GetString());
        Assert.Equal("SniEnabled", bound.Properties("Microsoft.Web/sites/hostNameBindings", "/campaigns.example.nhs.uk").GetProperty("sslState").GetString());
        Assert.Equal("https://campaigns.example.nhs.uk", bound.Outputs.GetProperty("address").GetString());
        Assert.Equal("https://campaigns.example.nhs.uk", Settings(bound).GetProperty("Feed__PublicUrl").GetString());
        Assert.Contains("\"https://campaigns.example.nhs.uk/api/odata\"", bound.Properties("Microsoft.Web/sites/config", "/authsettingsV2").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_what_holds_something_is_locked_and_in_dev_nothing_is()
    {
        string[] holding = ["Microsoft.OperationalInsights/workspaces", .. Doors];
        var prod = await ProdAsync();
        var locks = prod.Of("Microsoft.Authorization/locks");
        Assert.All(locks, found => Assert.Equal("CanNotDelete", found.GetProperty("properties").GetProperty("level").GetString()));
        Assert.Equal(
            holding.SelectMany(prod.Of).Select(resource => resource.GetProperty("id").GetString()).Order(StringComparer.Ordinal),
            locks.Select(found => found.GetProperty("id").GetString()!.Split("/providers/Microsoft.Authorization/")[0]).Order(StringComparer.Ordinal));
        Assert.Empty((await BicepCompiler.ForetellAsync(BicepReader.Texts, "dev.bicepparam")).Of("Microsoft.Authorization/locks"));
    }

    [Fact]
    public async Task What_the_vault_says_of_secrets_that_end_goes_where_the_alert_looks_for_it()
    {
        foreach (var file in new[] { "dev.bicepparam", "prod.bicepparam" })
        {
            var foretold = await BicepCompiler.ForetellAsync(BicepReader.Texts, file);
            var rule = foretold.Properties("Microsoft.Insights/scheduledQueryRules", "-vault-secret-ending");
            Assert.StartsWith("AzureDiagnostics | ", rule.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString(), StringComparison.Ordinal);

            var settings = Assert.Single(foretold.Of("Microsoft.Insights/diagnosticSettings"), found => found.GetProperty("id").GetString()!.Contains("Microsoft.KeyVault/vaults", StringComparison.Ordinal)).GetProperty("properties");
            Assert.Equal(rule.GetProperty("scopes")[0].GetString(), settings.GetProperty("workspaceId").GetString());
            Assert.Contains(settings.GetProperty("logs").EnumerateArray(), log => log.GetProperty("categoryGroup").GetString() == "audit" && log.GetProperty("enabled").GetBoolean());
            // With one of its own they would go to AZKVAuditLogs.
            Assert.False(settings.TryGetProperty("logAnalyticsDestinationType", out _));
        }
    }

    [Fact]
    public async Task Without_Language_nothing_of_it_is_laid_down_or_named()
    {
        var (with, without) = (await ProdAsync(), await ProdAsync(("useLanguage", "false")));
        Assert.Equal(("[reference(", false), (Settings(with).GetProperty("Insight__Endpoint").GetString()![..11], Settings(without).TryGetProperty("Insight__Endpoint", out _)));
        Assert.Single(with.Of("Microsoft.CognitiveServices/accounts"));
        Assert.DoesNotContain(without.Resources, resource => resource.GetProperty("id").GetString()!.Contains("Microsoft.CognitiveServices", StringComparison.Ordinal));
        Assert.Equal(with.Of("Microsoft.Authorization/roleAssignments").Count - 1, without.Of("Microsoft.Authorization/roleAssignments").Count);
        Assert.Equal(4, without.Of("Microsoft.Network/privateEndpoints").Count);
    }

    private static JsonElement Settings(Foretold foretold) => foretold.Properties("Microsoft.Web/sites/config", "/appsettings");

    /// <summary>Production with some parameters set otherwise.</summary>
    internal static Task<Foretold> ProdAsync(params (string Name, string Value)[] parameters) => ProdAsync(BicepReader.Texts, parameters);

    /// <summary>Production by other templates, with some parameters set otherwise.</summary>
    internal static Task<Foretold> ProdAsync(IReadOnlyDictionary<string, string> texts, params (string Name, string Value)[] parameters)
    {
        // Each stands where no other does: what it would be otherwise goes with all its lines.
        var others = Regex.Split(texts["prod.bicepparam"], "^(?=param |//)", RegexOptions.Multiline).Where(part => !parameters.Any(parameter => part.StartsWith($"param {parameter.Name} =", StringComparison.Ordinal)));
        return BicepCompiler.ForetellAsync(
            new Dictionary<string, string>(texts) { ["prod.bicepparam"] = string.Concat(others) + string.Join('\n', parameters.Select(parameter => $"param {parameter.Name} = {parameter.Value}")) }, "prod.bicepparam");
    }
}
