using System.Text.Json;

namespace Campaigns.Tests.Infra;

/// <summary>What the resources are that the code runs on, as the compiler foretells them.</summary>
public sealed class LaidDownTests
{
    [Theory]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    public async Task The_app_is_an_isolated_worker_of_NET_10_on_Flex_Consumption_and_acts_by_the_one_identity(string file)
    {
        var foretold = await BicepCompiler.ForetellAsync(BicepReader.Texts, file);
        var plan = Assert.Single(foretold.Of("Microsoft.Web/serverfarms"));
        Assert.Equal(("FC1", "FlexConsumption", true), (Text(plan, "sku.name"), Text(plan, "sku.tier"), At(plan, "properties.reserved").GetBoolean()));

        var app = Assert.Single(foretold.Of("Microsoft.Web/sites"));
        Assert.Equal(("functionapp,linux", "dotnet-isolated", "10.0"), (Text(app, "kind"), Text(app, "properties.functionAppConfig.runtime.name"), Text(app, "properties.functionAppConfig.runtime.version")));

        var identity = Assert.Single(foretold.Of("Microsoft.ManagedIdentity/userAssignedIdentities")).GetProperty("id").GetString();
        Assert.Equal("UserAssigned", Text(app, "identity.type"));
        Assert.Equal(identity, Assert.Single(At(app, "identity.userAssignedIdentities").EnumerateObject()).Name);
        Assert.Equal(identity, Text(app, "properties.keyVaultReferenceIdentity"));
        Assert.Equal(("UserAssignedIdentity", identity), (Text(app, "properties.functionAppConfig.deployment.storage.authentication.type"), Text(app, "properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId")));
        Assert.Equal("blobContainer", Text(app, "properties.functionAppConfig.deployment.storage.type"));
        Assert.EndsWith("deployments", Text(app, "properties.functionAppConfig.deployment.storage.value").TrimEnd(')', ']', '\''), StringComparison.Ordinal);
    }

    /// <summary>Without a name of its own an account takes keys alone, and those are off.</summary>
    [Fact]
    public async Task Texts_are_analysed_by_an_account_of_Text_Analytics_that_has_a_name_of_its_own()
    {
        var account = Assert.Single((await BicepCompiler.ForetellAsync(BicepReader.Texts, "prod.bicepparam")).Of("Microsoft.CognitiveServices/accounts"));
        Assert.Equal(("TextAnalytics", "S"), (Text(account, "kind"), Text(account, "sku.name")));
        Assert.Equal(Text(account, "name"), Text(account, "properties.customSubDomainName"));
    }

    [Theory]
    [InlineData("dev.bicepparam", 7)]
    [InlineData("prod.bicepparam", 14)]
    public async Task What_is_removed_or_overwritten_can_be_brought_back_for_some_days_and_is_then_gone(string file, int days)
    {
        var foretold = await BicepCompiler.ForetellAsync(BicepReader.Texts, file);
        var blobs = foretold.Properties("Microsoft.Storage/storageAccounts/blobServices");
        Assert.True(At(blobs, "isVersioningEnabled").GetBoolean());
        Assert.All(["deleteRetentionPolicy", "containerDeleteRetentionPolicy"], policy => Assert.Equal((true, days), (At(blobs, $"{policy}.enabled").GetBoolean(), At(blobs, $"{policy}.days").GetInt32())));

        var rule = Assert.Single(At(foretold.Properties("Microsoft.Storage/storageAccounts/managementPolicies"), "policy.rules").EnumerateArray());
        Assert.Equal((true, "Lifecycle"), (At(rule, "enabled").GetBoolean(), Text(rule, "type")));
        // What is current is the engine's own to remove: the rule ends earlier versions and nothing else.
        var action = Assert.Single(At(rule, "definition.actions").EnumerateObject());
        Assert.Equal(("version", days), (action.Name, At(action.Value, "delete.daysAfterCreationGreaterThan").GetInt32()));
        Assert.Equal(["blockBlob"], At(rule, "definition.filters.blobTypes").EnumerateArray().Select(type => type.GetString()));
    }

    private static string Text(JsonElement resource, string path) => At(resource, path).GetString()!;

    private static JsonElement At(JsonElement resource, string path) => path.Split('.').Aggregate(resource, (within, name) => within.GetProperty(name));
}
