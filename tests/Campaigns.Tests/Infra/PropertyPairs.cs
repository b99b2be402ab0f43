using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaigns.Tests.Infra;

/// <summary>Reads <c>[["name", expression], …]</c>: Bicep's objects keep their order, and a fault in one may be a name that comes twice.</summary>
internal sealed class PropertyPairs : JsonConverter<IReadOnlyList<KeyValuePair<string, Expression>>>
{
    public override IReadOnlyList<KeyValuePair<string, Expression>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. JsonElement.ParseValue(ref reader).EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].Deserialize<Expression>(options)!))];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, Expression>> value, JsonSerializerOptions options) => throw new NotSupportedException();
}
