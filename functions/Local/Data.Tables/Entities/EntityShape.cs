#nullable enable
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>How the public properties of a caller's own entity type stand in a table; found once a type.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private readonly Type type;
    private readonly Member[] members;

    private EntityShape(Type type)
    {
        this.type = type;
        members = [.. from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                      where property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0
                      where property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null
                      where typeof(ITableEntity).GetProperty(property.Name) is null
                      select new Member(property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name, property)];
    }

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, static type => new EntityShape(type));

    public void Write(Utf8JsonWriter json, ITableEntity entity)
    {
        EntityWriter.WriteProperty(json, nameof(ITableEntity.PartitionKey), entity.PartitionKey);
        EntityWriter.WriteProperty(json, nameof(ITableEntity.RowKey), entity.RowKey);
        foreach (var member in members)
        {
            var value = member.Property.GetValue(entity);
            EntityWriter.WriteProperty(json, member.Name, value is Enum ? value.ToString() : value);
        }
    }

    public ITableEntity From(TableEntity bag)
    {
        var entity = (ITableEntity)Activator.CreateInstance(type)!;
        if (entity is IDictionary<string, object> dictionary)
        {
            foreach (var (name, value) in bag.Bag)
            {
                dictionary[name] = value;
            }

            return entity;
        }

        (entity.PartitionKey, entity.RowKey, entity.Timestamp, entity.ETag) = (bag.PartitionKey, bag.RowKey, bag.Timestamp, bag.ETag);
        foreach (var member in members)
        {
            if (bag.TryGetValue(member.Name, out var value) && value is not null)
            {
                member.Property.SetValue(entity, Fit(value, member));
            }
        }

        return entity;
    }

    private static object Fit(object value, Member member)
    {
        var wanted = Nullable.GetUnderlyingType(member.Property.PropertyType) ?? member.Property.PropertyType;
        return value switch
        {
            _ when wanted.IsInstanceOfType(value) => value,
            string text when wanted.IsEnum => Enum.Parse(wanted, text),
            DateTimeOffset moment when wanted == typeof(DateTime) => moment.UtcDateTime,
            byte[] bytes when wanted == typeof(BinaryData) => new BinaryData(bytes),
            int number when wanted == typeof(long) => (long)number,
            int number when wanted == typeof(double) => (double)number,
            long number when wanted == typeof(ulong) => (ulong)number,
            _ => throw new InvalidOperationException($"Property {member.Name} holds a {value.GetType()}, not a {wanted}."),
        };
    }

    private sealed record Member(string Name, PropertyInfo Property);
}
