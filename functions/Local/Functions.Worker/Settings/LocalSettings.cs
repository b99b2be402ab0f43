using System.Text.Json;
using Campaigns.Local.Functions.Worker.Hosting;

namespace Campaigns.Local.Functions.Worker.Settings;

/// <summary>The app settings of this machine: <c>Values</c> of <c>local.settings.json</c>.</summary>
internal static class LocalSettings
{
    public const string FileName = "local.settings.json";

    /// <summary>The values by name; none where there is no such file.</summary>
    public static IReadOnlyDictionary<string, string?> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return new Dictionary<string, string?>();
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), JsonFiles.Lenient);
            if (json.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
            {
                throw new StartRefusedException($"{path} says IsEncrypted: only the Azure tools can read that; set it to false and enter the values again.");
            }

            return json.RootElement.TryGetProperty("Values", out var values) ? ReadValues(values) : new Dictionary<string, string?>();
        }
        catch (JsonException exception)
        {
            throw new StartRefusedException($"{path} is not JSON: {exception.Message}", exception);
        }
    }

    private static Dictionary<string, string?> ReadValues(JsonElement values)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values.EnumerateObject())
        {
            if (value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                throw new StartRefusedException($"{FileName}: {value.Name} is not plain text: an app setting is one text, sections are spelt with two underscores.");
            }

            settings[value.Name] = value.Value.ToString();
        }

        return settings;
    }
}
