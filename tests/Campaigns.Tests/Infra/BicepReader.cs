using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>Reads Bicep with a grammar for editors: the compiler is not at hand where tests run.</summary>
internal static class BicepReader
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Infra", "Bicep");

    /// <summary>Every Bicep file under <c>infra</c>, by its path from there.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "infra"), "*.bicep*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".bicep" or ".bicepparam")
        .ToDictionary(path => Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "infra"), path).Replace('\\', '/'), File.ReadAllText);

    public static async Task<IReadOnlyDictionary<string, BicepFile>> ReadAsync(IReadOnlyDictionary<string, string> texts)
    {
        await NodePackages.EnsureAsync(Folder);
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "read.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var answer = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(texts));
        node.StandardInput.Close();
        var json = await answer;
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<Dictionary<string, BicepFile>>(json, JsonSerializerOptions.Web)! : throw new InvalidOperationException("The reader of Bicep failed.");
    }
}
