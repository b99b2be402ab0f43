#nullable enable
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Writes entities as the service's JSON: every type that JSON does not have goes with its Edm name.</summary>
internal static class EntityWriter
{
    /// <summary>Entities are no web pages: only what JSON itself reserves is escaped.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static Utf8JsonWriter NewWriter(IBufferWriter<byte> target) => new(target, Options);

    public static ReadOnlyMemory<byte> ToBytes(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(SizeOf(entity));
        using var json = NewWriter(buffer);
        Write(json, entity);
        return buffer.WrittenMemory;
    }

    public static void Write(Utf8JsonWriter json, ITableEntity entity)
    {
        json.WriteStartObject();
        if (entity is TableEntity bag)
        {
            foreach (var (name, value) in bag.Bag)
            {
                WriteProperty(json, name, value);
            }
        }
        else if (entity is IEnumerable<KeyValuePair<string, object>> pairs)
        {
            foreach (var (name, value) in pairs)
            {
                WriteProperty(json, name, value);
            }
        }
        else
        {
            EntityShape.Of(entity.GetType()).Write(json, entity);
        }

        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Writes one property; null is left out, because the service takes it for an absent one.</summary>
    public static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        if (name is TableEntity.ETagName or nameof(ITableEntity.Timestamp))
        {
            return;
        }

        switch (value)
        {
            case null: break;
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case byte[] bytes: Annotate(json, name, EdmType.Binary); json.WriteBase64String(name, bytes); break;
            case BinaryData bytes: Annotate(json, name, EdmType.Binary); json.WriteBase64String(name, bytes.ToMemory().Span); break;
            case long number: Annotate(json, name, EdmType.Int64); WriteFormatted(json, name, number, default); break;
            case ulong number: Annotate(json, name, EdmType.Int64); WriteFormatted(json, name, number, default); break;
            case double number: Annotate(json, name, EdmType.Double); WriteDouble(json, name, number); break;
            case Guid id: Annotate(json, name, EdmType.Guid); json.WriteString(name, id); break;
            case DateTimeOffset moment: Annotate(json, name, EdmType.DateTime); WriteFormatted(json, name, moment.UtcDateTime, "O"); break;
            case DateTime moment: Annotate(json, name, EdmType.DateTime); WriteFormatted(json, name, moment.ToUniversalTime(), "O"); break;
            default: throw new NotSupportedException($"Property {name} holds a {value.GetType()}, which a table cannot store.");
        }
    }

    /// <summary>Roughly how many bytes an entity takes, so that large ones are written into one array that never grows.</summary>
    public static int SizeOf(ITableEntity entity)
    {
        var size = 128;
        foreach (var (name, value) in entity is TableEntity bag ? bag.Bag : [])
        {
            size += (2 * name.Length) + 64 + value switch
            {
                string text => text.Length + (text.Length / 8),
                byte[] bytes => (bytes.Length + 2) / 3 * 4,
                BinaryData bytes => (bytes.ToMemory().Length + 2) / 3 * 4,
                _ => 0,
            };
        }

        return size;
    }

    private static void Annotate(Utf8JsonWriter json, string name, ReadOnlySpan<byte> type)
    {
        Span<char> annotated = stackalloc char[name.Length + EdmType.Suffix.Length];
        name.CopyTo(annotated);
        EdmType.Suffix.CopyTo(annotated[name.Length..]);
        json.WriteString(annotated, type);
    }

    private static void WriteFormatted<T>(Utf8JsonWriter json, string name, T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[40];
        _ = value.TryFormat(text, out var length, format, System.Globalization.CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    /// <summary>JSON has no infinities and no NaN: they go as strings.</summary>
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
        }
    }
}
