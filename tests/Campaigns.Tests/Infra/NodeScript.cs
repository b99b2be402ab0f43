using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>A script of this folder, which reads JSON and answers with JSON.</summary>
internal static class NodeScript
{
    /// <summary>Asks a script, once the packages of its folder are there.</summary>
    /// <param name="path">The script, from here.</param>
    /// <param name="question">What it reads on its standard input.</param>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it said.</exception>
    public static async Task<T> AskAsync<T>(string path, object question)
    {
        var script = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Infra", path);
        await NodePackages.EnsureAsync(Path.GetDirectoryName(script)!);
        using var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var (answer, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        try
        {
            await node.StandardInput.WriteAsync(JsonSerializer.Serialize(question));
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all: why, it said itself.
        }

        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<T>(await answer, JsonSerializerOptions.Web)! : throw new InvalidOperationException($"{path} failed: {await failed}");
    }
}
