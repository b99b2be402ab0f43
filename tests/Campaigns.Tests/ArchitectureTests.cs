using System.Text.RegularExpressions;
using Campaigns.TestSupport;

namespace Campaigns.Tests;

public sealed partial class ArchitectureTests
{
    // What each folder may use; Http and Storage are rims that know no feature.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Storage"] = [],
        ["Http"] = ["Storage"],
        ["Planning"] = ["Http", "Storage"],
        ["Confidentiality"] = [],
        ["Channels"] = ["Http", "Storage", "Planning", "Confidentiality"],
        ["Webhooks"] = ["Http", "Storage", "Planning"],
        ["Publishing"] = ["Http", "Storage", "Planning", "Confidentiality", "Channels", "Webhooks"],
        ["Listening"] = ["Http", "Storage", "Planning", "Confidentiality", "Channels", "Webhooks"],
        ["Insight"] = ["Http", "Storage", "Planning", "Confidentiality", "Channels", "Listening"],
        ["Results"] = ["Http", "Storage", "Planning", "Confidentiality", "Channels", "Listening", "Publishing", "Insight"],
        ["Operations"] = ["Http", "Storage", "Planning", "Confidentiality", "Channels", "Listening", "Publishing", "Insight", "Results"],
    };

    private static string App => Path.Combine(RepositoryRoot.Path, "functions", "Campaigns");

    private static IEnumerable<string> Sources => Directory.EnumerateFiles(App, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Fact]
    public void Features_depend_only_downwards()
    {
        var wrong = from path in Sources
                    let folder = Path.GetRelativePath(App, path).Split(Path.DirectorySeparatorChar)[0]
                    where Allowed.ContainsKey(folder)
                    from used in Uses().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).Distinct()
                    where used != folder && Allowed.ContainsKey(used) && !Allowed[folder].Contains(used)
                    select $"{Path.GetRelativePath(App, path)} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Assert.Empty(Sources.Select(path => Path.GetRelativePath(App, path).Split(Path.DirectorySeparatorChar)).Where(parts => parts.Length > 1 && !Allowed.ContainsKey(parts[0])).Select(parts => parts[0]).Distinct());

    [Fact]
    public void No_file_is_longer_than_200_lines() =>
        Assert.All(Sources, path => Assert.True(File.ReadLines(path).Count() <= 200, Path.GetRelativePath(App, path)));

    [Fact]
    public void No_type_is_called_by_a_word_that_says_nothing() =>
        Assert.DoesNotContain(Sources.Select(path => Path.GetFileNameWithoutExtension(path)), name => Empty().IsMatch(name));

    [Fact]
    public void The_product_has_no_conditional_compilation() =>
        Assert.DoesNotContain(Sources, path => File.ReadLines(path).Any(line => line.StartsWith("#if", StringComparison.Ordinal)));

    [GeneratedRegex(@"\bCampaigns\.([A-Z][A-Za-z]+)\b")]
    private static partial Regex Uses();

    [GeneratedRegex("(Helper|Utils|Manager|Common)")]
    private static partial Regex Empty();
}
