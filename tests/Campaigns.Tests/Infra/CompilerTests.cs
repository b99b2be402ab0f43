namespace Campaigns.Tests.Infra;

/// <summary>What the official compiler says of the templates.</summary>
public sealed class CompilerTests
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("main.bicepparam")]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    public async Task The_compiler_and_its_linter_find_nothing(string entry) => Assert.Empty(await BicepCompiler.FindingsAsync(BicepReader.Texts, entry));

    [Fact]
    public async Task What_does_not_fit_is_found_with_its_place()
    {
        var findings = await BicepCompiler.FindingsAsync(
            BicepReader.Texts
                .Changed("modules/storage.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: 'no'")
                .Changed("modules/vault.bicep", "enablePurgeProtection:", "enablePurgeProtetion:")
                .Changed("modules/identity.bicep", "param tags object", "param tags object\nvar portal = 'https://portal.azure.com'")
                .Changed("main.bicep", "emails: alertEmails", "mails: alertEmails")
                .Changed("main.bicep", "vault.outputs.name", "vault.outputs.label"),
            "main.bicep");
        Found("modules/storage.bicep", "BCP036", "allowSharedKeyAccess");
        Found("modules/vault.bicep", "BCP089", "enablePurgeProtetion");
        Found("modules/identity.bicep", "no-unused-vars", "portal");
        Found("main.bicep", "BCP035", "emails");
        Found("main.bicep", "BCP089", "mails");
        Found("main.bicep", "BCP053", "label");

        void Found(string file, string code, string name) => Assert.Contains(
            findings, finding => finding.StartsWith($"{file}(", StringComparison.Ordinal) && finding.Contains($" {code}: ", StringComparison.Ordinal) && finding.Contains($"\"{name}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_a_parameter_does_not_take_is_found() => Assert.Contains(
        await BicepCompiler.FindingsAsync(BicepReader.Texts.Changed("prod.bicepparam", "'privateData'", "'half'"), "prod.bicepparam"), finding => finding.Contains(" BCP033: ", StringComparison.Ordinal));
}
