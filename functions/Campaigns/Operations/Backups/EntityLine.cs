using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Campaigns.Operations.Backups;

/// <summary>An entity as a line of JSON: <c>["partition","row","name","type","value", …]</c>, which keeps every type that tables know.</summary>
internal static class EntityLine
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "PartitionKey", "RowKey", "Timestamp", "odata.etag" };

    public static void Write(Stream stream, TableEntity entity)
    {
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(entity.PartitionKey);
            writer.WriteStringValue(entity.RowKey);
            foreach (var (name, value) in entity.Where(property => !Own.Contains(property.Key) && property.Value is not null))
            {
                writer.WriteStringValue(name);
                Write(writer, name, value);
            }

            writer.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
    }

    public static TableEntity Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var values = document.RootElement.EnumerateArray().ToArray();
        var entity = new TableEntity(values[0].GetString()!, values[1].GetString()!);
        for (var at = 2; at < values.Length; at += 3)
        {
            entity[values[at].GetString()!] = Read(values[at + 1].GetString()!, values[at + 2]);
        }

        return entity;
    }

    private static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue("s");
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteStringValue("i");
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteStringValue("l");
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteStringValue("d");
                writer.WriteStringValue(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case bool flag:
                writer.WriteStringValue("b");
                writer.WriteBooleanValue(flag);
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue("t");
                writer.WriteStringValue(moment);
                break;
            case Guid id:
                writer.WriteStringValue("g");
                writer.WriteStringValue(id);
                break;
            case byte[] bytes:
                writer.WriteStringValue("x");
                writer.WriteBase64StringValue(bytes);
                break;
            case BinaryData bytes:
                writer.WriteStringValue("x");
                writer.WriteBase64StringValue(bytes);
                break;
            default:
                throw new InvalidDataException($"The property {name} is a {value.GetType().Name}, which no backup holds.");
        }
    }

    private static object Read(string type, JsonElement value) => type switch
    {
        "s" => value.GetString()!,
        "i" => value.GetInt32(),
        "l" => value.GetInt64(),
        "d" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "b" => value.GetBoolean(),
        "t" => value.GetDateTimeOffset(),
        "g" => value.GetGuid(),
        "x" => value.GetBytesFromBase64(),
        _ => throw new InvalidDataException($"A backup of a later version: it has the type {type}."),
    };
}
