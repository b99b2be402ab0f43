using Campaigns.TestSupport;
using YamlDotNet.RepresentationModel;

namespace Campaigns.Tests.Infra;

/// <summary>Reads the files of the pipelines.</summary>
internal static class Workflow
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, ".github", "workflows");

    public static YamlMappingNode Read(string path)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Folder, path));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    public static IEnumerable<(string Name, YamlMappingNode Job)> Jobs(string file) =>
        ((YamlMappingNode)Read(file)["jobs"]).Children.Select(job => (((YamlScalarNode)job.Key).Value!, (YamlMappingNode)job.Value));

    public static IEnumerable<string?> Matrix(YamlMappingNode job, string name) =>
        ((YamlSequenceNode)job["strategy"]["matrix"][name]).Cast<YamlScalarNode>().Select(value => value.Value);

    public static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    public static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;
}
