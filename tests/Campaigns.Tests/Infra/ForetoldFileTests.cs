using System.Text.Encodings.Web;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>Every value of every resource is the one that a review has seen: names alone would leave an address, an id or a port to chance.</summary>
public sealed class ForetoldFileTests
{
    /// <summary>Set to 1, the test writes the files of infra/foretold anew instead of comparing them.</summary>
    private const string Renew = "CAMPAIGNS_RENEW_FORETOLD";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All that can be asked for at once, in a network that lets nothing in.</summary>
    private static readonly (string Name, string Value)[] Everything =
    [
        ("networking", "'private'"), ("customDomain", "'campaigns.example.nhs.uk'"), ("customDomainCertificate", "'campaigns'"), ("entraClientId", "'11111111-1111-1111-1111-111111111111'"),
        ("alertEmails", "['duty@example.nhs.uk', 'office@example.nhs.uk']"), ("allowedOrigins", "['https://board.example.org', 'https://intranet.example.org']"),
        ("languagePricePerThousandRecords", "'0.75'"), ("accessFirstKey", "'the first key'"), ("privacyWrappingKey", "'the wrapping key'"), ("backupSchedule", "'20 */5 0-6 * * *'"),
    ];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("everything")]
    public async Task What_is_laid_down_is_what_was_reviewed(string name)
    {
        var foretold = name == "everything" ? await ForetoldTests.ProdAsync(Everything) : await BicepCompiler.ForetellAsync(BicepReader.Texts, $"{name}.bicepparam");
        var (file, now) = (FileOf(name), Told(foretold));
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            await File.WriteAllTextAsync(file, now);
        }

        var (before, after) = ((await File.ReadAllTextAsync(file)).Split('\n'), now.Split('\n'));
        var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            at == before.Length && at == after.Length,
            $"infra/foretold/{name}.json, line {at + 1}: {before.ElementAtOrDefault(at)?.Trim()} has become {after.ElementAtOrDefault(at)?.Trim()}. If that is meant, run this test with {Renew}=1 and read the difference.");
    }

    [Theory]
    [InlineData("main.bicep", "queueServiceUri: storage.outputs.queueEndpoint", "queueServiceUri: storage.outputs.tableEndpoint")]
    [InlineData("main.bicep", "AZURE_CLIENT_ID: identity.outputs.clientId", "AZURE_CLIENT_ID: identity.outputs.principalId")]
    [InlineData("main.bicep", "secrets/${secrets.firstKey})", "secrets/${secrets.wrappingKey})")]
    [InlineData("modules/vault.bicep", "    value: wrappingKey\n", "    value: firstKey\n")]
    [InlineData("modules/alerts.bicep", "contains \"${rule.phrase}\"", "contains \"${rule.name}\"")]
    [InlineData("modules/alerts.bicep", "emailAddress: email\n", "emailAddress: 'x@example.org'\n")]
    [InlineData("modules/roles.bicep", "principalType: 'ServicePrincipal'", "principalType: 'User'")]
    [InlineData("modules/network.bicep", "'Microsoft.App/environments'", "'Microsoft.Web/serverFarms'")]
    public async Task A_value_that_is_another_one_is_seen(string file, string from, string to)
    {
        var changed = Told(await ForetoldTests.ProdAsync(BicepReader.Texts.Changed(file, from, to), Everything));
        Assert.NotEqual(await File.ReadAllTextAsync(FileOf("everything")), changed);
    }

    private static string FileOf(string name) => Path.Combine(RepositoryRoot.Path, "infra", "foretold", $"{name}.json");

    /// <summary>In an order of its own: the compiler's changes from run to run.</summary>
    private static string Told(Foretold foretold) => JsonSerializer.Serialize(
        new
        {
            resources = foretold.Resources.OrderBy(resource => resource.GetProperty("id").GetString(), StringComparer.Ordinal),
            outputs = foretold.Outputs.EnumerateObject().OrderBy(output => output.Name, StringComparer.Ordinal).ToDictionary(output => output.Name, output => output.Value),
        },
        Indented) + "\n";
}
