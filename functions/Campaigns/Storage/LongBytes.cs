using System.Globalization;
using Azure.Data.Tables;

namespace Campaigns.Storage;

/// <summary>Bytes longer than one property holds: they go on in the next one.</summary>
internal static class LongBytes
{
    private const int PropertySize = 64 * 1024;

    /// <summary>Puts bytes into an entity, which does not copy them.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="name">What the properties' names begin with.</param>
    /// <param name="bytes">The bytes; where there are none, there is no property.</param>
    public static void Put(TableEntity entity, string name, ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += PropertySize)
        {
            entity[Property(name, at / PropertySize)] = BinaryData.FromBytes(bytes.Slice(at, Math.Min(PropertySize, bytes.Length - at)));
        }
    }

    /// <summary>Reads the bytes back.</summary>
    public static byte[] Read(TableEntity entity, string name)
    {
        var parts = new List<byte[]>();
        while (Part(entity, Property(name, parts.Count)) is { } part)
        {
            parts.Add(part);
        }

        if (parts.Count == 1)
        {
            return parts[0];
        }

        var whole = GC.AllocateUninitializedArray<byte>(parts.Sum(part => part.Length));
        var length = 0;
        foreach (var part in parts)
        {
            part.CopyTo(whole.AsSpan(length));
            length += part.Length;
        }

        return whole;
    }

    /// <summary>An entity that storage gave has arrays; one that was not written yet has what was put.</summary>
    private static byte[]? Part(TableEntity entity, string property) => entity.TryGetValue(property, out var value) ? value as byte[] ?? ((BinaryData)value).ToArray() : null;

    private static string Property(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number:00}");
}
