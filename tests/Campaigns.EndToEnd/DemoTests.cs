using System.Diagnostics;
using System.Reflection;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class DemoTests(AzuriteFixture azurite)
{
    private static readonly string AssemblyPath = Path.GetFullPath(
        typeof(DemoTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Demo").Value!);

    [Fact]
    public async Task The_demo_reaches_the_published_figures_and_reaches_them_again_on_the_same_storage()
    {
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        foreach (var _ in new[] { "first", "second" })
        {
            var (exitCode, shown) = await RunAsync(storage);
            Assert.True(exitCode == 0, shown);
            Assert.Matches("Uses of both hashtags +│ +26,121 │ +26,121 ", shown);
            Assert.Matches("Influencers +│ +60 │ +60 ", shown);
            Assert.Matches("Organisations and brands +│ +1,000 │ +1,000 ", shown);
            Assert.Matches("Rise of the Instagram profile +│ +66% │ +66% ", shown);
            Assert.Matches("Likes of images +│ +1,700 │ +1,700 ", shown);
            Assert.Matches("People engaged on Facebook +│ +478,480 │ +478,480 ", shown);
            Assert.Contains("/api/campaigns/missing-type/results/report", shown, StringComparison.Ordinal);
            Assert.Contains("/api/campaigns/practice-video/results/report", shown, StringComparison.Ordinal);
        }
    }

    private static async Task<(int ExitCode, string Shown)> RunAsync(EngineStorage storage)
    {
        var start = new ProcessStartInfo("dotnet", [AssemblyPath, "--once", "--port", $"{EngineProcess.FreePort()}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in storage.Settings())
        {
            start.Environment[name] = value;
        }

        using var demo = Process.Start(start)!;
        var (output, errors) = (demo.StandardOutput.ReadToEndAsync(), demo.StandardError.ReadToEndAsync());
        try
        {
            await demo.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        }
        finally
        {
            if (!demo.HasExited)
            {
                demo.Kill(entireProcessTree: true);
            }
        }

        return (demo.ExitCode, await output + await errors);
    }
}
