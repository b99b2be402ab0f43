using System.Diagnostics;
using System.Text.RegularExpressions;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed partial class ReadmeWalkThroughTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_walk_through_works_when_pasted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The walk-through is for bash.");
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        var blocks = Blocks();
        Assert.Equal(2, blocks.Count);

        var (exitCode, said) = await PasteAsync(engine, blocks[0]);
        Assert.True(exitCode == 0, said);
        Assert.Contains("\"state\":\"manual\"", said, StringComparison.Ordinal);
        var results = await Eventually.ComesAsync(
            async () => (await engine.GetAsync("api/campaigns/give-blood/results")).Json,
            static results => results.GetProperty("mentions") is { ValueKind: System.Text.Json.JsonValueKind.Number } number && number.GetInt32() == 2,
            static results => $"{results}");
        Assert.Equal(3, results.GetProperty("uses").GetProperty("total").GetInt32());
        Assert.Equal((1, 1), (results.GetProperty("organisations").GetInt32(), results.GetProperty("influencers").GetInt32()));

        var (faultExitCode, faults) = await PasteAsync(engine, blocks[1]);
        Assert.NotEqual(0, faultExitCode);
        Assert.Contains("\"faults\"", faults, StringComparison.Ordinal);
    }

    /// <summary>What the README's section "Walk through" shows to be pasted.</summary>
    private static List<string> Blocks()
    {
        var section = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md")).Split("\n## ").Single(part => part.StartsWith("Walk through\n", StringComparison.Ordinal));
        return [.. Fence().Matches(section).Select(match => match.Groups[1].Value)];
    }

    /// <summary>Runs the lines as they are, but for the port, and with a curl that fails where the engine answers 400 or above.</summary>
    private static async Task<(int ExitCode, string Said)> PasteAsync(EngineProcess engine, string lines)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await bash.StandardInput.WriteAsync("curl() { command curl --fail-with-body \"$@\"; }\n" + lines.Replace("localhost:7071", $"localhost:{engine.Address.Port}", StringComparison.Ordinal));
        bash.StandardInput.Close();
        var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return (bash.ExitCode, await output + await errors);
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
