using System.Diagnostics;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

/// <summary>A public generator makes a client of what the engine says of itself; compiled, it takes a campaign from plan to results.</summary>
[Collection(EngineTests.Name)]
public sealed class OpenApiClientTests(AzuriteFixture azurite)
{
    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "openapi-client");

    [Fact]
    public async Task A_generated_client_takes_a_campaign_from_plan_to_results()
    {
        const string key = "a-first-key-of-more-than-thirty-two-characters";
        try
        {
            await NodePackages.EnsureAsync(Folder);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"The generator of clients cannot be installed on this machine: {fault.Message}");
        }

        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage, new Dictionary<string, string> { ["Access__FirstKey"] = key });
        var description = await engine.GetAsync("api/openapi.json");
        await File.WriteAllTextAsync(Path.Combine(Folder, "openapi.json"), description.Text, TestContext.Current.CancellationToken);

        await RunAsync("openapi-ts", "--input", "openapi.json", "--output", "generated", "--no-log-file");
        await RunAsync("tsc", "--project", ".");
        await RunAsync("esbuild", "walk.ts", "--bundle", "--format=esm", "--platform=node", "--outfile=walk.mjs", "--log-level=warning");
        var said = await ProcessAsync("node", ["walk.mjs"], new Dictionary<string, string> { ["ENGINE"] = engine.Address.AbsoluteUri.TrimEnd('/'), ["KEY"] = key });

        var walked = JsonDocument.Parse(said).RootElement;
        Assert.Equal(
            """{"campaign":"Give blood","unchanged":304,"state":"published","accepted":2,"uses":3,"influencers":1,"status":"value","rows":1,"refused":"urn:campaigns:problem:invalid-fields"}""",
            walked.GetRawText());
    }

    private static Task<string> RunAsync(string tool, params string[] arguments) =>
        ProcessAsync(Path.Combine(Folder, "node_modules", ".bin", tool), arguments, new Dictionary<string, string>());

    private static async Task<string> ProcessAsync(string file, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(file)}:\n{await said}\n{await failed}");
        return await said;
    }
}
