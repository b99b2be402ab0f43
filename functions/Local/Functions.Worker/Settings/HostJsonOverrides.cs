using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Local.Functions.Worker.Hosting;

namespace Campaigns.Local.Functions.Worker.Settings;

/// <summary>App settings that stand in for values of <c>host.json</c>, as <c>AzureFunctionsJobHost__extensions__queues__batchSize</c> does in Azure.</summary>
internal static class HostJsonOverrides
{
    private const string Prefix = "AzureFunctionsJobHost:";

    /// <summary>What the file says, with the settings laid over it.</summary>
    /// <exception cref="StartRefusedException">A setting goes into what is no object.</exception>
    public static JsonElement Lay(JsonElement file, AppSettings settings)
    {
        var overrides = settings.Under(Prefix).ToList();
        if (overrides.Count == 0 || file.ValueKind != JsonValueKind.Object)
        {
            return file;
        }

        var root = JsonObject.Create(file.Clone())!;
        foreach (var (name, value) in overrides)
        {
            string[] path = name.Split(':');
            var section = root;
            foreach (var part in path[..^1])
            {
                section = Section(section, part)
                    ?? throw new StartRefusedException($"The app setting {(Prefix + name).Replace(":", "__", StringComparison.Ordinal)} stands in for a value of {HostJson.FileName}, where {part} is no object.");
            }

            section[NameIn(section, path[^1])] = Value(value);
        }

        return JsonSerializer.SerializeToElement(root);
    }

    private static JsonObject? Section(JsonObject parent, string name)
    {
        name = NameIn(parent, name);
        if (!parent.ContainsKey(name))
        {
            parent[name] = new JsonObject();
        }

        return parent[name] as JsonObject;
    }

    // The host does not tell capitals from small letters in these names.
    private static string NameIn(JsonObject parent, string name) =>
        parent.Select(static member => member.Key).LastOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    // A setting is always text.
    private static JsonValue Value(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : bool.TryParse(text, out var flag) ? JsonValue.Create(flag)
        : JsonValue.Create(text);
}
