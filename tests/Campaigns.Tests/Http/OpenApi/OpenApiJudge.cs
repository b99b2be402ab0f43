using System.Diagnostics;
using System.Text.Json;
using Campaigns.Http.OpenApi;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Http.OpenApi;

/// <summary>Public validators of OpenAPI and JSON Schema, which know nothing of the engine.</summary>
internal static class OpenApiJudge
{
    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Http", "OpenApi", "judge");

    /// <summary>What is wrong with the description, its examples, and answers that were given.</summary>
    public static async Task<string> FaultsAsync(IEnumerable<Exchange> exchanges)
    {
        await NodePackages.EnsureAsync(Folder);
        using var document = JsonDocument.Parse(OpenApiDocument.Json);
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "judge.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { document = document.RootElement, exchanges }, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await failed);
        return await said;
    }
}
