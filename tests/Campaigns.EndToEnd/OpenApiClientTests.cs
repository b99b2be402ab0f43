using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

/// <summary>A public generator makes a client of what the engine says of itself; compiled, it takes a campaign from plan to results.</summary>
[Collection(EngineTests.Name)]
public sealed class OpenApiClientTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_generated_client_takes_a_campaign_from_plan_to_results()
    {
        const string key = "a-first-key-of-more-than-thirty-two-characters";
        var folder = await NodeFolder.OpenAsync("openapi-client");
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage, new Dictionary<string, string> { ["Access__FirstKey"] = key });
        var description = await engine.GetAsync("api/openapi.json");
        await File.WriteAllTextAsync(folder["openapi.json"], description.Text, TestContext.Current.CancellationToken);

        await folder.RunAsync("openapi-ts", "--input", "openapi.json", "--output", "generated", "--no-log-file");
        await folder.RunAsync("tsc", "--project", ".");
        await folder.RunAsync("esbuild", "walk.ts", "--bundle", "--format=esm", "--platform=node", "--outfile=walk.mjs", "--log-level=warning");
        var said = await folder.NodeAsync("walk.mjs", new Dictionary<string, string> { ["ENGINE"] = engine.Address.AbsoluteUri.TrimEnd('/'), ["KEY"] = key });

        var walked = JsonDocument.Parse(said).RootElement;
        Assert.Equal(
            """{"campaign":"Give blood","unchanged":304,"state":"published","accepted":2,"uses":3,"influencers":1,"status":"value","mentions":2,"means":1,"head":200,"rows":1,"lines":1,"story":"3 uses of #MissingType and #NationalBloodWeek (2 of #MissingType, 1 of #NationalBloodWeek) in 2 mentions.","engaged":478480,"feed":{"path":"/mentions","value":2},"refused":"urn:campaigns:problem:invalid-fields"}""",
            walked.GetRawText());
    }
}
