using System.Text.Json;

namespace Campaigns.Channels;

/// <summary>Reads fields of what somebody else's server answered: a field that is missing, or is not what it should be, is null.</summary>
internal static class FoundJson
{
    public static JsonElement Field(this JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // The object has a name that is no text; nobody can say what else it has.
            return default;
        }
    }

    public static string? Text(this JsonElement json, string name) => json.Field(name).Text();

    public static string? Text(this JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape, is no text.
            return null;
        }
    }

    public static long? Number(this JsonElement json, string name) =>
        json.Field(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>The elements of an array; none where it is something else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    public static bool IsSet(this JsonElement json) => json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
}
