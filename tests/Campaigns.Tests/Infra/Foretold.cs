using System.Text.Json;

namespace Campaigns.Tests.Infra;

/// <summary>What a parameter file would lay down, as far as the compiler can tell without Azure: where only that knows, expressions stand.</summary>
/// <param name="Resources">The resources.</param>
/// <param name="Outputs">What the deployment would say, by name.</param>
internal sealed record Foretold(IReadOnlyList<JsonElement> Resources, JsonElement Outputs)
{
    /// <summary>The resources of a type.</summary>
    public IReadOnlyList<JsonElement> Of(string type) => [.. Resources.Where(resource => string.Equals(resource.GetProperty("type").GetString(), type, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The properties of the only resource of a type, or of the one whose name ends so.</summary>
    public JsonElement Properties(string type, string end = "") =>
        Assert.Single(Of(type), resource => resource.GetProperty("name").GetString()!.EndsWith(end, StringComparison.Ordinal)).GetProperty("properties");

    /// <summary>The names of the resources of a type.</summary>
    public IEnumerable<string> Names(string type) => Of(type).Select(resource => resource.GetProperty("name").GetString()!);
}
