using System.Diagnostics;

namespace Campaigns.TestSupport;

/// <summary>Brings the npm packages of a folder once, whichever test process asks first.</summary>
internal static class NodePackages
{
    /// <summary>Runs <c>npm ci</c> in <paramref name="folder"/> where its <c>node_modules</c> does not match its lock file.</summary>
    /// <param name="folder">A folder with <c>package.json</c> and <c>package-lock.json</c>.</param>
    /// <exception cref="InvalidOperationException">npm is missing or failed; the message holds what it said.</exception>
    public static async Task EnsureAsync(string folder)
    {
        var done = Path.Combine(folder, "node_modules", ".package-lock.json");
        // Test projects run side by side: the lock lets one of them install while the others wait.
        await using var turn = await TakeTurnAsync(Path.Combine(Path.GetTempPath(), $"campaigns-npm-{Hash(folder)}.lock"));
        if (File.Exists(done) && File.GetLastWriteTimeUtc(done) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package.json")))
        {
            return;
        }

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("npm did not start: install Node.js 20 or newer.");
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci failed in {folder}:\n{await errors}\n{await output}");
        }

        File.SetLastWriteTimeUtc(done, File.GetLastWriteTimeUtc(Path.Combine(folder, "package.json")).AddSeconds(1));
    }

    private static async Task<FileStream> TakeTurnAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(250);
            }
        }
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12];
}
