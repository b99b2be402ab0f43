using System.Text.RegularExpressions;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Security;

/// <summary>Every test of the repository by its name, <c>Class.Method</c>, as the sources of all test projects have it.</summary>
internal static partial class TestNames
{
    private static readonly Lazy<IReadOnlySet<string>> Every = new(() => Files().SelectMany(Of).ToHashSet(StringComparer.Ordinal));

    public static IReadOnlySet<string> All => Every.Value;

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("node_modules", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> Of(string path) =>
        Test().Matches(File.ReadAllText(path)).Select(test => $"{Path.GetFileNameWithoutExtension(path)}.{test.Groups["name"].Value}");

    /// <summary>A fact or a theory, whatever data stands between its mark and the method.</summary>
    [GeneratedRegex(@"\[(?:Fact|Theory)[^\n]*\]\s*\n(?:\s*(?:\[|//)[^\n]*\n)*\s*public (?:static )?(?:async )?(?:Task|void|ValueTask) (?<name>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Test();
}
