using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Http;

/// <summary>Reads a request body that is one JSON object.</summary>
public static class JsonBody
{
    /// <summary>The greatest body of a configuration route, in bytes.</summary>
    public const int Limit = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Reads the object, or says why it cannot: 413 above <see cref="Limit"/>, 400 for bad syntax or another kind of value.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The object, or the problem to answer with; one of the two is null.</returns>
    public static Task<(JsonElement Value, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ReadAsync(request, Limit, int.MaxValue, arrayToo: false, cancellationToken);

    /// <summary>Reads a value of a route whose bodies may be longer, or may be an array.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The greatest body, in bytes.</param>
    /// <param name="mostValues">The most values, names of fields and brackets: each takes a dozen bytes to be held, however short it is.</param>
    /// <param name="arrayToo">Whether an array is taken like an object.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The value, or the problem to answer with; one of the two is null.</returns>
    public static async Task<(JsonElement Value, IResult? Problem)> ReadAsync(HttpRequest request, int limit, int mostValues, bool arrayToo, CancellationToken cancellationToken)
    {
        var (body, problem) = await ReadBytesAsync(request, limit, cancellationToken);
        if (problem is not null)
        {
            return (default, problem);
        }

        try
        {
            if (CountOf(body.Span) is not { } values)
            {
                return (default, Problems.BadRequest("The body holds text that is not Unicode: broken UTF-8, or half of a surrogate pair."));
            }

            if (values > mostValues)
            {
                return (default, Problems.TooManyValues(mostValues));
            }

            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object || (arrayToo && document.RootElement.ValueKind == JsonValueKind.Array)
                ? (document.RootElement.Clone(), null)
                : (default, Problems.BadRequest(arrayToo ? "The body must be one JSON array or object." : "The body must be one JSON object."));
        }
        catch (JsonException fault)
        {
            return (default, Problems.BadRequest(body.Length == 0
                ? "The body is empty: send one JSON object."
                : fault.LineNumber is { } line ? $"The body is not valid JSON: line {line + 1}, byte {fault.BytePositionInLine + 1}."
                : "The body is not valid JSON: an object has a field twice."));
        }
    }

    /// <summary>Reads a body of any format.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The greatest body, in bytes.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The bytes, or 413.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, IResult? Problem)> ReadBytesAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return (default, Problems.TooLarge(limit));
        }

        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > limit)
            {
                return (default, Problems.TooLarge(limit));
            }
        }

        return (body.GetBuffer().AsMemory(0, (int)body.Length), null);
    }

    /// <summary>How many values, names and brackets there are. Texts are looked at here once, so that no reader of a field meets one that cannot be read: null where one is such.</summary>
    private static int? CountOf(ReadOnlySpan<byte> body)
    {
        var count = 0;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        try
        {
            for (; reader.Read(); count++)
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            return count;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
