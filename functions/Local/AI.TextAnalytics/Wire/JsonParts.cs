#nullable enable
using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>The parts that every kind of reply has.</summary>
internal static class JsonParts
{
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int Whole(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;

    public static double Score(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    public static IEnumerable<JsonElement> Each(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static IReadOnlyCollection<TextAnalyticsWarning> Warnings(this JsonElement document) =>
        [.. document.Each("warnings").Select(static warning =>
            new TextAnalyticsWarning { WarningCode = warning.Text("code") ?? "Unknown", Message = warning.Text("message") })];

    /// <summary>An error; where it wraps another, that one says what is wrong.</summary>
    public static TextAnalyticsError Error(this JsonElement error)
    {
        while (error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object)
        {
            error = inner;
        }

        return new() { ErrorCode = error.Text("code") ?? "Unknown", Message = error.Text("message"), Target = error.Text("target") };
    }
}
