using System.Diagnostics;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Bluesky;

/// <summary>Brings what a Bluesky network is made of: packages from npm, PostgreSQL and Redis from the distribution.</summary>
internal static class BlueskyNetworkParts
{
    public static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "bluesky-network");

    /// <summary>Finds or installs everything, and says where PostgreSQL's programs are.</summary>
    /// <exception cref="BlueskyServerMissingException">This machine lacks something and may not install it.</exception>
    public static async Task<string> EnsureAsync()
    {
        if (!OperatingSystem.IsLinux() || !Has("setpriv"))
        {
            throw new BlueskyServerMissingException("A Bluesky network of its own needs Linux with setpriv, so that its databases end with it.");
        }

        if (Programs() is null || !Has("redis-server"))
        {
            await InstallAsync();
        }

        if (Programs() is not { } programs || !Has("redis-server"))
        {
            throw new BlueskyServerMissingException("A Bluesky network of its own needs PostgreSQL and Redis (apt-get install postgresql redis-server).");
        }

        try
        {
            await NodePackages.EnsureAsync(Folder);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw new BlueskyServerMissingException($"A Bluesky network cannot be installed on this machine: {exception.Message}", exception);
        }

        return programs;
    }

    /// <summary>Only a container's root installs for itself: on anybody's own machine that is for them to do.</summary>
    private static async Task InstallAsync()
    {
        if (Environment.UserName != "root" || !Has("apt-get"))
        {
            return;
        }

        foreach (var command in new[] { "update -qq", "install -y -qq --no-install-recommends postgresql redis-server" })
        {
            using var apt = Process.Start(new ProcessStartInfo("apt-get", command)
            {
                Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = await Task.WhenAll(apt.StandardOutput.ReadToEndAsync(), apt.StandardError.ReadToEndAsync());
            await apt.WaitForExitAsync();
            if (apt.ExitCode != 0)
            {
                throw new BlueskyServerMissingException($"apt-get {command} failed: {said[1]}");
            }
        }
    }

    private static string? Programs() => !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, program)));
}
