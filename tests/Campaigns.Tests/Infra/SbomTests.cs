using System.Diagnostics;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

public sealed class SbomTests
{
    [Fact]
    public async Task The_command_that_the_pipeline_runs_lists_every_package_of_the_engine_at_its_version()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is a script of a Unix shell.");
        var folder = Directory.CreateTempSubdirectory("campaigns-sbom-");
        try
        {
            var file = Path.Combine(folder.FullName, "sbom.json");
            using var make = Process.Start(new ProcessStartInfo(Path.Combine(RepositoryRoot.Path, ".ci", "sbom", "make"), [file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (said, failed) = (make.StandardOutput.ReadToEndAsync(), make.StandardError.ReadToEndAsync());
            await make.WaitForExitAsync();
            Assert.True(make.ExitCode == 0, await said + await failed);

            using var listed = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
            Assert.Equal(("CycloneDX", "1.6"), (listed.RootElement.GetProperty("bomFormat").GetString(), listed.RootElement.GetProperty("specVersion").GetString()));
            var packages = listed.RootElement.GetProperty("components").EnumerateArray()
                .Select(component => component.TryGetProperty("purl", out var purl) ? purl.GetString()!.Split('?')[0] : "").ToHashSet(StringComparer.OrdinalIgnoreCase);
            Assert.Empty(Locked().Except(packages, StringComparer.OrdinalIgnoreCase));
            Assert.Contains("pkg:npm/vader-sentiment@1.1.3", packages);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Locked()
    {
        using var locked = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "functions", "Campaigns", "packages.lock.json")));
        var found = locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.TryGetProperty("resolved", out _)).Select(package => $"pkg:nuget/{package.Name}@{package.Value.GetProperty("resolved").GetString()}").ToList();
        Assert.True(found.Count > 20);
        return found;
    }
}
