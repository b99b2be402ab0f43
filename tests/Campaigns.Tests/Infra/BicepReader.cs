using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>Reads Bicep with a grammar for editors, which keeps names, comments and descriptions: what the compiler makes of it has lost them.</summary>
internal static class BicepReader
{
    /// <summary>Every Bicep file under <c>infra</c>, by its path from there.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "infra"), "*.bicep*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".bicep" or ".bicepparam")
        .ToDictionary(path => Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "infra"), path).Replace('\\', '/'), File.ReadAllText);

    public static async Task<IReadOnlyDictionary<string, BicepFile>> ReadAsync(IReadOnlyDictionary<string, string> texts) =>
        await NodeScript.AskAsync<Dictionary<string, BicepFile>>(Path.Combine("Bicep", "read.mjs"), texts);

    /// <summary>The texts with one replaced wherever it stands in a file.</summary>
    public static IReadOnlyDictionary<string, string> Changed(this IReadOnlyDictionary<string, string> texts, string file, string from, string to)
    {
        Assert.Contains(from, texts[file], StringComparison.Ordinal);
        return new Dictionary<string, string>(texts) { [file] = texts[file].Replace(from, to, StringComparison.Ordinal) };
    }
}
