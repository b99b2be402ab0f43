using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>Whatever is depended on has its reason written down, and stands at one version.</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] Tops = ["functions", "tests", ".ci"];

    /// <summary>The official packages, which only the build for Azure restores: a paragraph says why.</summary>
    private static readonly HashSet<string> Official =
    [
        "Azure.AI.TextAnalytics", "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Sdk",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues", "Microsoft.Azure.Functions.Worker.Extensions.Timer",
    ];

    [Fact]
    public void Every_package_that_is_asked_for_has_its_reason_and_every_reason_its_package()
    {
        var reasons = Reasons().ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Asked().Order(StringComparer.Ordinal), reasons.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_NuGet_package_stands_at_one_version_in_one_file()
    {
        var versions = XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(OneVersion(), (string)version.Attribute("Version")!));
        Assert.All(Downloads(), download => Assert.Equal("[$(BicepVersion)]", (string?)download.Attribute("Version")));
        Assert.Matches(OneVersion(), Property("BicepVersion"));
        Assert.All(Files("*.csproj"), project => Assert.All(
            XDocument.Load(project).Descendants("PackageReference"), reference => Assert.Null(reference.Attribute("Version") ?? reference.Attribute("VersionOverride"))));
        var known = versions.Select(version => (string)version.Attribute("Include")!).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(Official, known);
    }

    [Fact]
    public void Every_npm_package_stands_at_one_version_and_in_a_lock_with_the_hash_of_its_content()
    {
        foreach (var file in Files("package.json").Append(Path.Combine(RepositoryRoot.Path, "package.json")))
        {
            Assert.All(Npm(file), package => Assert.Matches(OneVersion(), package.Version));
            using var locked = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(file)!, "package-lock.json")));
            foreach (var package in locked.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0 && !package.Value.TryGetProperty("link", out _) && !package.Value.TryGetProperty("inBundle", out _)))
            {
                Assert.True(package.Value.TryGetProperty("integrity", out var hash) && hash.GetString()!.StartsWith("sha", StringComparison.Ordinal), $"{file}: {package.Name}");
            }
        }
    }

    /// <summary>What projects and packages ask for by name, and what is pinned though nobody asks for it by name.</summary>
    private static HashSet<string> Asked()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files("packages.lock.json"))
        {
            using var locked = JsonDocument.Parse(File.ReadAllBytes(file));
            asked.UnionWith(locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() is "Direct" or "CentralTransitive").Select(package => package.Name));
        }

        // The same program for each system: the last word of its package's name.
        asked.UnionWith(Downloads().Select(download => ((string)download.Attribute("Include")!).Split(".$(")[0]));
        asked.UnionWith(Files("package.json").Append(Path.Combine(RepositoryRoot.Path, "package.json")).SelectMany(Npm).Select(package => $"{package.Name} (npm)"));
        return asked;
    }

    /// <summary>Packages that are fetched and not referred to.</summary>
    private static IEnumerable<XElement> Downloads() => Files("*.csproj").SelectMany(project => XDocument.Load(project).Descendants("PackageDownload"));

    /// <summary>A version that stands in the file of versions by a name of its own.</summary>
    internal static string Property(string name) => XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props")).Descendants(name).Single().Value;

    /// <summary>What the first column of the table names; a name before "(npm)" is one of npm.</summary>
    private static IEnumerable<string> Reasons() =>
        from line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "decisions", "0002-dependencies.md"))
        where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| package", StringComparison.Ordinal)
        let names = line.Split('|')[1].Trim()
        let npm = names.EndsWith("(npm)", StringComparison.Ordinal)
        from name in names.Replace("(npm)", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries)
        select npm ? $"{name} (npm)" : name;

    private static IEnumerable<(string Name, string Version)> Npm(string file)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. from kind in new[] { "dependencies", "devDependencies" }
               where package.RootElement.TryGetProperty(kind, out _)
               from one in package.RootElement.GetProperty(kind).EnumerateObject()
               select (one.Name, one.Value.GetString()!),
        ];
    }

    private static IEnumerable<string> Files(string name) => Tops
        .SelectMany(top => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, top), name, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        .Where(path => !Built().IsMatch(path));

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?$")]
    private static partial Regex OneVersion();

    [GeneratedRegex(@"[/\\](node_modules|bin|obj|generated)[/\\]")]
    private static partial Regex Built();
}
