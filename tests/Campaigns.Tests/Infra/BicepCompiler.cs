using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>The official compiler of Bicep: what it finds, and what it foretells of a deployment.</summary>
internal static class BicepCompiler
{
    private static readonly string? Program = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(found => found.Key == "BicepCompiler")?.Value;

    /// <summary>Errors, warnings and findings of its linter by our own rules, one a line; of a file and the modules that it calls.</summary>
    /// <param name="texts">The files under <c>infra</c>, by their path from there.</param>
    /// <param name="entry">The template or parameter file to begin with.</param>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IReadOnlyDictionary<string, string> texts, string entry)
    {
        using var folder = new Laid(texts);
        var (code, said) = await RunAsync(folder, "lint", entry);
        var findings = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)).ToList();
        return code == 0 || findings.Count > 0 ? findings : throw new InvalidOperationException("The compiler failed and said nothing.");
    }

    /// <summary>What a parameter file would lay down.</summary>
    /// <param name="texts">The files under <c>infra</c>, by their path from there.</param>
    /// <param name="parameters">The parameter file.</param>
    /// <exception cref="InvalidOperationException">It does not compile; the message holds what the compiler said.</exception>
    public static async Task<Foretold> ForetellAsync(IReadOnlyDictionary<string, string> texts, string parameters)
    {
        using var folder = new Laid(texts);
        var (code, said) = await RunAsync(folder, "snapshot", parameters, "--mode", "overwrite", "--subscription-id", "00000000-0000-0000-0000-000000000001", "--resource-group", "campaigns", "--location", "uksouth");
        if (code != 0)
        {
            throw new InvalidOperationException(said);
        }

        var foretold = JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.Path, Path.ChangeExtension(parameters, ".snapshot.json"))));
        return new([.. foretold.GetProperty("predictedResources").EnumerateArray()], foretold.GetProperty("outputs"));
    }

    private static async Task<(int Code, string Said)> RunAsync(Laid folder, string command, string file, params string[] options)
    {
        Assert.SkipWhen(Program is null, "There is no compiler of Bicep for this system.");
        // By its whole path, which findings then begin with: a relative one would be told by where the folder really is, and on macOS that is elsewhere.
        string[] arguments = [command, Path.Combine(folder.Path, file), .. options];
        using var compiler = Process.Start(new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, failed) = (compiler.StandardOutput.ReadToEndAsync(), compiler.StandardError.ReadToEndAsync());
        await compiler.WaitForExitAsync();
        return (compiler.ExitCode, await said + await failed);
    }

    /// <summary>A folder with the files and the rules, for the time of one run: the compiler reads no other.</summary>
    private sealed class Laid : IDisposable
    {
        public Laid(IReadOnlyDictionary<string, string> texts)
        {
            foreach (var (name, text) in texts)
            {
                var file = System.IO.Path.Combine(Path, name);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            File.Copy(System.IO.Path.Combine(RepositoryRoot.Path, "infra", "bicepconfig.json"), System.IO.Path.Combine(Path, "bicepconfig.json"));
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("campaigns-bicep-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
