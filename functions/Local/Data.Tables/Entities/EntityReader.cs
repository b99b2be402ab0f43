#nullable enable
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Reads entities from the service's JSON straight into the type that was asked for.</summary>
internal static class EntityReader
{
    public static T ReadOne<T>(ReadOnlySpan<byte> body)
        where T : class, ITableEntity
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        return Read<T>(ref json, new PropertyNames());
    }

    /// <summary>The entities of a query's reply, <c>{"value":[…]}</c>.</summary>
    public static List<T> ReadPage<T>(ReadOnlySpan<byte> body)
        where T : class, ITableEntity
    {
        var names = new PropertyNames();
        var entities = new List<T>();
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = json.ValueTextEquals("value"u8);
            json.Read();
            if (!isValue)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                entities.Add(Read<T>(ref json, names));
            }
        }

        return entities;
    }

    private static T Read<T>(ref Utf8JsonReader json, PropertyNames names)
        where T : class, ITableEntity
    {
        var bag = new TableEntity();
        Fill(ref json, bag.Bag, names);
        if (typeof(T) == typeof(TableEntity))
        {
            return (T)(object)bag;
        }

        return (T)EntityShape.Of(typeof(T)).From(bag);
    }

    private static void Fill(ref Utf8JsonReader json, Dictionary<string, object> bag, PropertyNames names)
    {
        names.Restart();
        var (typed, type) = (default(string), default(string));
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = names.Next(ref json);
            json.Read();
            if (name.Annotates is { } other)
            {
                (typed, type) = (other, json.GetString());
                if (bag.TryGetValue(other, out var early))
                {
                    bag[other] = EdmType.Convert(early, type!)!;
                }
            }
            else if (name.Text == nameof(ITableEntity.Timestamp))
            {
                bag[name.Text] = EdmType.Read(ref json, "Edm.DateTime")!;
            }
            else if (name.Text != "odata.metadata")
            {
                bag[name.Text] = EdmType.Read(ref json, name.Text == typed ? type : null)!;
            }
        }
    }
}
