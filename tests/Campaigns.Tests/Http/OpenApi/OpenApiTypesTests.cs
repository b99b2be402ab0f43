using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Campaigns.Http.OpenApi;

namespace Campaigns.Tests.Http.OpenApi;

/// <summary>A schema that has the name of a type has its fields: none is missing, none is left, and each is of the same kind.</summary>
public class OpenApiTypesTests
{
    /// <summary>Campaigns and posts are answered as the documents that were put; a mention is what is handed in.</summary>
    private static readonly string[] Documents = ["Campaign", "Post", "Mention"];

    private static readonly JsonElement Schemas = JsonDocument.Parse(OpenApiDocument.Json).RootElement.GetProperty("components").GetProperty("schemas");

    private static readonly string[] OfTypes =
        [.. Schemas.EnumerateObject().Select(schema => schema.Name).Where(name => !Documents.Contains(name) && TypeOf(name) is { IsEnum: false, IsAbstract: false })];

    public static TheoryData<string> Names => [.. OfTypes];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schema_has_the_fields_of_its_type(string name)
    {
        var nullability = new NullabilityInfoContext();
        var fields = TypeOf(name)!.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(field => (Field: field, Ignored: field.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition))
            .Where(field => field.Ignored != JsonIgnoreCondition.Always)
            .Select(field => field.Ignored == JsonIgnoreCondition.WhenWritingNull
                ? $"{Json(field.Field.Name)}: {Shape(nullability.Create(field.Field)).TrimEnd('?')}, optional"
                : $"{Json(field.Field.Name)}: {Shape(nullability.Create(field.Field))}");

        var schema = Schemas.GetProperty(name);
        var required = schema.GetProperty("required").EnumerateArray().Select(field => field.GetString()!).ToHashSet();
        var described = schema.GetProperty("properties").EnumerateObject().Select(field => $"{field.Name}: {Shape(field.Value)}{(required.Contains(field.Name) ? "" : ", optional")}");

        Assert.Equal(fields.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_answers_of_results_are_among_them() =>
        Assert.Empty(new[] { "ResultsResponse", "TimelineRow", "DeliveryAnswer", "IntakeCounts", "EntryResponse", "ListeningResponse" }.Except(OfTypes));

    private static Type? TypeOf(string name) =>
        typeof(CampaignServices).Assembly.GetTypes().SingleOrDefault(type => type.Name == name && type.Namespace?.StartsWith("Campaigns", StringComparison.Ordinal) == true && !type.IsGenericType);

    private static string Json(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Shape(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var shape = type == typeof(string) || type == typeof(Uri) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type.IsEnum ? "string"
            : type == typeof(long) || type == typeof(int) ? "integer"
            : type == typeof(double) || type == typeof(decimal) ? "number"
            : type == typeof(bool) ? "boolean"
            : type == typeof(object) ? "anything"
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? $"map of {Shape(info.GenericTypeArguments[1])}"
            : type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? $"array of {Shape(info.GenericTypeArguments[0])}"
            : type.Name.Split('`')[0];
        return info.ReadState == NullabilityState.Nullable && shape != "anything" ? $"{shape}?" : shape;
    }

    private static string Shape(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return "anything";
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return reference.GetString()!.Split('/')[^1];
        }

        if (schema.TryGetProperty("anyOf", out var ways))
        {
            return $"{Shape(ways[0])}?";
        }

        if (!schema.TryGetProperty("type", out var type))
        {
            return "anything";
        }

        var (name, end) = type.ValueKind == JsonValueKind.Array ? (type[0].GetString(), "?") : (type.GetString(), "");
        return name switch
        {
            "array" => $"array of {Shape(schema.GetProperty("items"))}{end}",
            "object" => $"map of {Shape(schema.GetProperty("additionalProperties"))}{end}",
            _ => name + end,
        };
    }
}
