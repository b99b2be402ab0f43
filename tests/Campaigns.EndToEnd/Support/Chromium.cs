using System.Diagnostics;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Support;

/// <summary>Looks at pages with Chromium, driven by packages from npm.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "browser");

    /// <summary>Looks at a page; skips the test where this machine has no Chromium and may not install it.</summary>
    /// <param name="url">The page.</param>
    /// <param name="into">Where pictures of it go.</param>
    /// <returns>What <c>look.mjs</c> found.</returns>
    public static async Task<JsonElement> LookAsync(Uri url, string into)
    {
        if (Find() is null)
        {
            await InstallAsync();
        }

        if (Find() is not { } program)
        {
            Assert.Skip("This machine has no Chromium (apt-get install chromium).");
            return default;
        }

        await NodePackages.EnsureAsync(Folder);
        using var node = Process.Start(new ProcessStartInfo("node", ["look.mjs", program, url.AbsoluteUri, into])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, said[1]);
        return JsonDocument.Parse(said[0]).RootElement;
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Only a container's root installs for itself: on anybody's own machine that is for them to do.</summary>
    private static async Task InstallAsync()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
        {
            return;
        }

        foreach (var command in new[] { "update -qq", "install -y -qq --no-install-recommends chromium fonts-liberation" })
        {
            using var apt = Process.Start(new ProcessStartInfo("apt-get", command)
            {
                Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _ = await Task.WhenAll(apt.StandardOutput.ReadToEndAsync(), apt.StandardError.ReadToEndAsync());
            await apt.WaitForExitAsync();
        }
    }
}
