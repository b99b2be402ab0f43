using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Campaigns.EndToEnd.Support;

/// <summary>Looks for author keys in every row and message of an engine: as bytes, as hexadecimal digits and in base64, whatever they stand in.</summary>
/// <param name="connectionString">The account.</param>
/// <param name="prefix">Stands before the engine's tables and queues.</param>
/// <param name="tables">The tables' names without it.</param>
internal sealed class KeyScan(string connectionString, string prefix, IEnumerable<string> tables)
{
    /// <summary>Where any of the keys stands, as table, partition, row and property, or as a queue.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyCollection<UInt128> keys)
    {
        var found = new List<string>();
        byte[][] sought = [.. keys.SelectMany(Forms)];
        var account = new TableServiceClient(connectionString);
        foreach (var name in tables)
        {
            await foreach (var row in account.GetTableClient(prefix + name).QueryAsync<TableEntity>())
            {
                found.AddRange(row.Where(property => Has(property.Value, sought)).Select(property => $"{name} {row.PartitionKey} {row.RowKey} {property.Key}"));
            }
        }

        var queues = new QueueServiceClient(connectionString);
        await foreach (QueueItem queue in queues.GetQueuesAsync(prefix: prefix + "-"))
        {
            var messages = (await queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value;
            found.AddRange(messages.Where(message => Has(message.MessageText, sought)).Select(_ => queue.Name));
        }

        return found;
    }

    private static IEnumerable<byte[]> Forms(UInt128 key)
    {
        var (big, little) = (new byte[16], new byte[16]);
        BinaryPrimitives.WriteUInt128BigEndian(big, key);
        BinaryPrimitives.WriteUInt128LittleEndian(little, key);
        yield return big;
        yield return little;
        yield return Encoding.UTF8.GetBytes(key.ToString("x32", CultureInfo.InvariantCulture));
        yield return Encoding.UTF8.GetBytes(key.ToString("X32", CultureInfo.InvariantCulture));
        yield return Encoding.UTF8.GetBytes(Convert.ToBase64String(big));
        // The first 64 bits alone would do to know somebody again.
        yield return big[..8];
    }

    private static bool Has(object? value, byte[][] sought) => value switch
    {
        byte[] bytes => Contains(bytes, sought),
        BinaryData data => Contains(data.ToArray(), sought),
        string text => Contains(Encoding.UTF8.GetBytes(text), sought) || Within(text).Any(bytes => Contains(bytes, sought)),
        _ => false,
    };

    private static bool Contains(byte[] bytes, byte[][] sought) => sought.Any(one => bytes.AsSpan().IndexOf(one) >= 0);

    /// <summary>What a JSON text holds in base64.</summary>
    private static IEnumerable<byte[]> Within(string text)
    {
        if (text is not ['{', ..])
        {
            yield break;
        }

        using var document = JsonDocument.Parse(text);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && property.Value.TryGetBytesFromBase64(out var bytes))
            {
                yield return bytes;
            }
        }
    }
}
