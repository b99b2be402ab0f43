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
    public static async Task<(JsonElement Value, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
        {
            return (default, Problems.TooLarge(Limit));
        }

        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > Limit)
            {
                return (default, Problems.TooLarge(Limit));
            }
        }

        try
        {
            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length), Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (document.RootElement.Clone(), null)
                : (default, Problems.BadRequest("The body must be one JSON object."));
        }
        catch (JsonException fault)
        {
            return (default, Problems.BadRequest(body.Length == 0
                ? "The body is empty: send one JSON object."
                : $"The body is not valid JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."));
        }
    }
}
