#nullable enable
using System.Buffers;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>The operations on whole tables, which both clients offer.</summary>
internal static class TableRequests
{
    public static async ValueTask<Response<TableItem>> CreateAsync(TablePipeline pipeline, string name, bool unlessExists, bool async, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var message = pipeline.Request(RequestMethod.Post, "/Tables");
        message.Request.Headers.Add("Prefer", "return-no-content");
        message.Request.Headers.Add(HttpHeader.Names.ContentType, TablePipeline.Json);
        message.Request.Content = RequestContent.Create(Body(name));
        var response = await pipeline.SendAsync(message, async, cancellationToken, 201, 204, 409).ConfigureAwait(false);
        if (response.Status == 409)
        {
            // A table that is being deleted answers 409 too, with another code: that is no success.
            var refusal = new RequestFailedException(response);
            if (!unlessExists || refusal.ErrorCode != TableErrorCode.TableAlreadyExists)
            {
                throw refusal;
            }
        }

        return Response.FromValue(new TableItem(name), response);
    }

    /// <summary>Deletes a table; that there is none is no error, as in the official client.</summary>
    public static ValueTask<Response> DeleteAsync(TablePipeline pipeline, string name, bool async, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return pipeline.SendAsync(pipeline.Request(RequestMethod.Delete, $"/Tables('{name}')"), async, cancellationToken, 204, 404);
    }

    public static async ValueTask<Page<TableItem>> ListAsync(
        TablePipeline pipeline, string? filter, string? continuation, int? top, bool async, CancellationToken cancellationToken)
    {
        var message = pipeline.Request(RequestMethod.Get, "/Tables");
        var uri = message.Request.Uri;
        uri.AppendOptional("$filter", filter);
        uri.AppendOptional("$top", top);
        uri.AppendOptional("NextTableName", continuation);
        var response = await pipeline.SendAsync(message, async, cancellationToken, 200).ConfigureAwait(false);
        using var body = JsonDocument.Parse(response.Content.ToMemory());
        var tables = body.RootElement.GetProperty("value").EnumerateArray().Select(static table => new TableItem(table.GetProperty("TableName").GetString()!));
        return Page<TableItem>.FromValues([.. tables], response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next) ? next : null, response);
    }

    private static ReadOnlyMemory<byte> Body(string name)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("TableName", name);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
