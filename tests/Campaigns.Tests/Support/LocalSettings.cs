using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Support;

/// <summary>The settings that the committed <c>local.settings.json</c> gives, with <c>:</c> for <c>__</c>.</summary>
public static class LocalSettings
{
    public static Dictionary<string, string?> Read()
    {
        using var file = File.OpenRead(Path.Combine(RepositoryRoot.Path, "functions", "Campaigns", "local.settings.json"));
        using var document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(value => value.Name.Replace("__", ":", StringComparison.Ordinal), value => value.Value.GetString(), StringComparer.OrdinalIgnoreCase);
    }
}
