#nullable enable
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>The types that the service's JSON marks with a property of their own, <c>NAME@odata.type</c>.</summary>
internal static class EdmType
{
    public const string Suffix = "@odata.type";

    public static ReadOnlySpan<byte> Binary => "Edm.Binary"u8;

    public static ReadOnlySpan<byte> DateTime => "Edm.DateTime"u8;

    public static ReadOnlySpan<byte> Double => "Edm.Double"u8;

    public static ReadOnlySpan<byte> Guid => "Edm.Guid"u8;

    public static ReadOnlySpan<byte> Int64 => "Edm.Int64"u8;

    /// <summary>The value under the reader, as the type that its annotation names (or as JSON has it, without one).</summary>
    public static object? Read(ref Utf8JsonReader json, string? type) => (json.TokenType, type) switch
    {
        (JsonTokenType.Null, _) => null,
        (JsonTokenType.True, _) => true,
        (JsonTokenType.False, _) => false,
        (JsonTokenType.Number, "Edm.Double") => json.GetDouble(),
        (JsonTokenType.Number, "Edm.Int64") => json.GetInt64(),
        (JsonTokenType.Number, _) => json.TryGetInt32(out var number) ? number : (object)json.GetDouble(),
        (JsonTokenType.String, "Edm.Binary") => json.GetBytesFromBase64(),
        (JsonTokenType.String, "Edm.Guid") => json.GetGuid(),
        (JsonTokenType.String, null or "Edm.String") => json.GetString(),
        (JsonTokenType.String, _) => Convert(json.GetString()!, type),
        _ => throw new JsonException($"An entity holds a {json.TokenType} where a value should be."),
    };

    /// <summary>A value that was read before its annotation was.</summary>
    public static object? Convert(object? value, string type) => (value, type) switch
    {
        (string text, "Edm.Binary") => System.Convert.FromBase64String(text),
        (string text, "Edm.DateTime") => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        (string text, "Edm.Double") => double.Parse(text, CultureInfo.InvariantCulture),
        (string text, "Edm.Guid") => System.Guid.Parse(text),
        (string text, "Edm.Int64") => long.Parse(text, CultureInfo.InvariantCulture),
        (int number, "Edm.Double") => (double)number,
        (int number, "Edm.Int64") => (long)number,
        _ => value,
    };
}
