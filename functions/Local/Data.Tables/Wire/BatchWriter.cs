#nullable enable
using System.Buffers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Wire;

/// <summary>An entity group transaction as the service wants it: one multipart batch that holds one changeset.</summary>
internal sealed class BatchWriter
{
    private readonly ArrayBufferWriter<byte> buffer;
    private readonly byte[] before;

    public BatchWriter(Uri endpoint, string table, IEnumerable<TableTransactionAction> actions)
    {
        var list = actions as IReadOnlyCollection<TableTransactionAction> ?? [.. actions];
        if (list.Count == 0)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        var (batch, changeset) = ($"batch_{Guid.NewGuid()}", $"changeset_{Guid.NewGuid()}");
        before = Encoding.UTF8.GetBytes($"--{changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        ContentType = $"multipart/mixed; boundary={batch}";
        var address = endpoint.AbsoluteUri.TrimEnd('/');
        buffer = new(list.Sum(action => EntityWriter.SizeOf(action.Entity) + address.Length + 512));
        Text($"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeset}\r\n\r\n");
        using (var json = EntityWriter.NewWriter(buffer))
        {
            foreach (var action in list)
            {
                Operation(json, address, table, action);
            }
        }

        Text($"--{changeset}--\r\n--{batch}--\r\n");
    }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Body => buffer.WrittenMemory;

    private void Operation(Utf8JsonWriter json, string address, string table, TableTransactionAction action)
    {
        var (entity, type) = (action.Entity, action.ActionType);
        var add = type == TableTransactionActionType.Add;
        var method = type switch
        {
            TableTransactionActionType.Add => "POST",
            TableTransactionActionType.Delete => "DELETE",
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
            _ => throw new InvalidOperationException($"Unknown transaction action {type}."),
        };
        var path = add ? $"/{table}" : TableAddress.Entity(table, entity.PartitionKey, entity.RowKey);
        buffer.Write(before);
        Text(method);
        buffer.Write(" "u8);
        Text(address);
        Text(path);
        buffer.Write(" HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n"u8);
        if (ConditionOf(action) is { } condition)
        {
            Text($"If-Match: {condition}\r\n");
        }

        if (type != TableTransactionActionType.Delete)
        {
            buffer.Write(add ? "Prefer: return-no-content\r\nContent-Type: application/json\r\n\r\n"u8 : "Content-Type: application/json\r\n\r\n"u8);
            json.Reset(buffer);
            EntityWriter.Write(json, entity);
        }

        buffer.Write("\r\n"u8);
    }

    private static string? ConditionOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => (action.ETag == default ? ETag.All : action.ETag).ToString(),
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace when action.ETag != default => action.ETag.ToString(),
        _ => null,
    };

    private void Text(string text) => Encoding.UTF8.GetBytes(text, buffer);
}
