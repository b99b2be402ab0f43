using System.Globalization;
using System.Text.Json;

namespace Campaigns.Local.Functions.Worker.Settings;

/// <summary>One object of <c>host.json</c>; each value that cannot be taken adds a sentence to the faults.</summary>
internal sealed class JsonSection(JsonElement? element, string path, List<string> faults)
{
    public IReadOnlyCollection<string> Faults => faults;

    public IEnumerable<string> Names => element is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject().Select(static member => member.Name) : [];

    public JsonSection Section(string name)
    {
        var found = Find(name);
        if (found is { ValueKind: not JsonValueKind.Object })
        {
            Refuse(name, found.Value, "an object");
            found = null;
        }

        return new JsonSection(found, Path(name), faults);
    }

    /// <summary>Refuses every name that is not one of these.</summary>
    public void Known(params string[] names)
    {
        foreach (var name in Names.Except(names, StringComparer.OrdinalIgnoreCase))
        {
            Refuse(name, Find(name)!.Value, $"a known setting: here stand {string.Join(", ", names)}");
        }
    }

    public void MustSay(string name, string text)
    {
        if (!IsText(name, text))
        {
            faults.Add($"host.json: {Path(name)} must be \"{text}\", and is {(Find(name) is { } found ? found.GetRawText() : "missing")}.");
        }
    }

    public bool IsText(string name, string text) => Find(name) is { ValueKind: JsonValueKind.String } found && found.GetString() == text;

    public string Text(string name, string otherwise) =>
        Read(name, otherwise, "text", static (JsonElement found, out string value) =>
        {
            value = found.ValueKind == JsonValueKind.String ? found.GetString()! : "";
            return found.ValueKind == JsonValueKind.String;
        });

    public string OneOf(string name, string otherwise, params string[] choices) =>
        Read(name, otherwise, $"one of {string.Join(", ", choices)}", (JsonElement found, out string value) =>
        {
            value = found.ValueKind == JsonValueKind.String ? found.GetString()!.ToLowerInvariant() : "";
            return choices.Contains(value, StringComparer.OrdinalIgnoreCase);
        });

    public int Whole(string name, int otherwise, int least, int most) =>
        Read(name, otherwise, most == int.MaxValue ? $"a whole number from {least}" : $"a whole number from {least} to {most}", (JsonElement found, out int value) =>
        {
            value = 0;
            return found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out value) && value >= least && value <= most;
        });

    public TimeSpan Time(string name, TimeSpan otherwise, TimeSpan least, TimeSpan most) =>
        Read(name, otherwise, $"a time as \"hh:mm:ss\" from {least:c} to {most:c}", (JsonElement found, out TimeSpan value) =>
        {
            value = default;
            return found.ValueKind == JsonValueKind.String
                && TimeSpan.TryParseExact(found.GetString(), ["c", "g"], CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
        });

    private T Read<T>(string name, T otherwise, string rule, Reader<T> read)
    {
        if (Find(name) is not { } found)
        {
            return otherwise;
        }

        if (read(found, out var value))
        {
            return value;
        }

        Refuse(name, found, rule);
        return otherwise;
    }

    private JsonElement? Find(string name) => element is { ValueKind: JsonValueKind.Object } found
        ? found.EnumerateObject().Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static member => (JsonElement?)member.Value).LastOrDefault()
        : null;

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Refuse(string name, JsonElement found, string rule) => faults.Add($"host.json: {Path(name)} is {found.GetRawText()}, which is not {rule}.");

    private delegate bool Reader<T>(JsonElement found, out T value);
}
