using System.Globalization;
using Campaigns.TestSupport;
using YamlDotNet.RepresentationModel;

namespace Campaigns.Tests.Planning;

/// <summary>The hashtag cases of the twitter-text conformance suite, read where the data stands beside the checkout.</summary>
public static class TwitterTextSuite
{
    private const string Absent = "../shared/data/twitter-text/extract.yml is absent";

    /// <summary>One row a case; a single empty row where the suite is absent, so that the test can say so.</summary>
    public static TheoryData<string, string, string[], int[]> Cases()
    {
        var cases = new TheoryData<string, string, string[], int[]>();
        if (RepositoryRoot.SharedData is not { } data || Path.Combine(data, "twitter-text", "extract.yml") is var file && !File.Exists(file))
        {
            cases.Add(Absent, "", [], []);
            return cases;
        }

        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        var tests = (YamlMappingNode)yaml.Documents[0].RootNode["tests"];
        foreach (var group in new[] { "hashtags", "hashtags_from_astral", "hashtags_with_indices" })
        {
            foreach (var node in (YamlSequenceNode)tests[group])
            {
                var expected = ((YamlSequenceNode)node["expected"]).Children;
                cases.Add(
                    Scalar(node["description"]),
                    Scalar(node["text"]),
                    [.. expected.Select(one => one is YamlMappingNode ? Scalar(one["hashtag"]) : Scalar(one))],
                    [.. expected.OfType<YamlMappingNode>().SelectMany(one => (YamlSequenceNode)one["indices"]).Select(index => int.Parse(Scalar(index), CultureInfo.InvariantCulture))]);
            }
        }

        return cases;
    }

    /// <summary>Skips the test that was given the empty row.</summary>
    public static void SkipWhereAbsent(string description) => Assert.SkipWhen(description == Absent, Absent);

    private static string Scalar(YamlNode node) => ((YamlScalarNode)node).Value!;
}
