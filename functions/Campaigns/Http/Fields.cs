using System.Text.Json;

namespace Campaigns.Http;

/// <summary>
/// Reads one JSON object field by field. A field of the wrong kind, out of range or missing adds a fault and reads as null, so that
/// one pass finds everything; <see cref="Done"/> refuses the fields that nobody asked for.
/// </summary>
/// <param name="value">The JSON object.</param>
/// <param name="path">Where it stands in the body; empty at the top.</param>
/// <param name="faults">Where faults go.</param>
public sealed partial class Fields(JsonElement value, string path, Faults faults)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>Where faults go: for rules that span fields.</summary>
    public Faults Faults => faults;

    /// <summary>The full path of a field of this object.</summary>
    /// <param name="name">The field's name.</param>
    /// <returns>For example <c>plan.tell</c>.</returns>
    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>A field as it is; null where it is missing or JSON null.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    public JsonElement? Any(string name, bool required = false)
    {
        asked.Add(name);
        if (value.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null)
        {
            return field;
        }

        if (required)
        {
            faults.Add(PathOf(name), (string?)null, "is required");
        }

        return null;
    }

    /// <summary>A whole number within a range.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="min">The least allowed.</param>
    /// <param name="max">The greatest allowed.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    public long? Whole(string name, long min, long max, bool required = false)
    {
        if (Of(name, required, JsonValueKind.Number, "must be a whole number") is not { } field)
        {
            return null;
        }

        if (field.TryGetInt64(out var number) && number >= min && number <= max)
        {
            return number;
        }

        faults.Add(PathOf(name), field, $"must be a whole number from {min} to {max}");
        return null;
    }

    /// <summary>A number.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    public double? Number(string name, bool required = false) =>
        Of(name, required, JsonValueKind.Number, "must be a number") is not { } field ? null : field.GetDouble() is var number && double.IsFinite(number) ? number : Refused(name, field);

    /// <summary>True or false.</summary>
    /// <param name="name">The field's name.</param>
    public bool? Flag(string name)
    {
        if (Any(name) is not { } field)
        {
            return null;
        }

        if (field.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return field.GetBoolean();
        }

        faults.Add(PathOf(name), field, "must be true or false");
        return null;
    }

    /// <summary>The elements of an array, each with its path; empty where it is missing.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="required">Whether its absence, or an empty array, is a fault.</param>
    /// <param name="max">The greatest number of elements.</param>
    public IReadOnlyList<(JsonElement Value, string Path)> Each(string name, bool required = false, int max = 1000)
    {
        if (Of(name, required, JsonValueKind.Array, "must be an array") is not { } field)
        {
            return [];
        }

        var length = field.GetArrayLength();
        if (length > max || (required && length == 0))
        {
            faults.Add(PathOf(name), $"{length} elements", required ? $"must have 1 to {max} elements" : $"must have at most {max} elements");
            return [];
        }

        return [.. field.EnumerateArray().Select((element, index) => (element, $"{PathOf(name)}[{index}]"))];
    }

    /// <summary>A nested object.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    public Fields? Nested(string name, bool required = false) =>
        Of(name, required, JsonValueKind.Object, "must be an object") is { } field ? new Fields(field, PathOf(name), faults) : null;

    /// <summary>Refuses every field that was not asked for.</summary>
    public void Done()
    {
        foreach (var field in value.EnumerateObject().Where(field => !asked.Contains(field.Name)))
        {
            faults.Add(PathOf(field.Name), field.Value, "is not a field of this object");
        }
    }

    private double? Refused(string name, JsonElement field)
    {
        faults.Add(PathOf(name), field, "must be a number that can be worked with");
        return null;
    }

    private JsonElement? Of(string name, bool required, JsonValueKind kind, string rule)
    {
        if (Any(name, required) is not { } field)
        {
            return null;
        }

        if (field.ValueKind == kind)
        {
            return field;
        }

        faults.Add(PathOf(name), field, rule);
        return null;
    }
}
