using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Http;

/// <summary>
/// An answer that a caller may keep and ask about again: 304 where it is still the same, compressed where the caller takes that. Its tag is made of what it
/// says, since figures change with the clock too: which part of the campaign so far was looked at shrinks by itself.
/// </summary>
/// <param name="contentType">The body's type.</param>
/// <param name="body">The body.</param>
public sealed class CachedAnswer(string contentType, IAnswerBody body) : IResult, IStatusCodeHttpResult
{
    /// <summary>An answer whose body is at hand.</summary>
    /// <param name="contentType">The body's type.</param>
    /// <param name="body">The body.</param>
    public CachedAnswer(string contentType, ReadOnlyMemory<byte> body) : this(contentType, new HeldBody(body))
    {
    }

    /// <inheritdoc />
    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>Who may keep it. Results are for whoever brought the key, and asked about each time.</summary>
    public string CacheControl { get; init; } = "private, no-cache";

    /// <summary>Whether a browser shows it or saves it, and under which name; null for what programs read.</summary>
    public string? Disposition { get; init; }

    /// <summary>An answer of JSON, as the other routes write it.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="value">The value.</param>
    public static CachedAnswer Json<T>(HttpRequest request, T value) =>
        new(AnswerFormat.Json.ContentType, JsonSerializer.SerializeToUtf8Bytes(value, JsonOf(request)));

    /// <summary>A file, for browsers to save.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="text">The text.</param>
    /// <param name="fileName">Under which name a browser saves it.</param>
    public static CachedAnswer Saved(AnswerFormat format, string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new(format.ContentType, Encoding.UTF8.GetBytes(text)) { Disposition = $"attachment; filename=\"{fileName}\"" };
    }

    /// <summary>A text, for browsers to show.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="text">The text.</param>
    /// <param name="fileName">Under which name a browser saves it where its user wants that.</param>
    public static CachedAnswer Shown(AnswerFormat format, string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new(format.ContentType, Encoding.UTF8.GetBytes(text)) { Disposition = $"inline; filename=\"{fileName}\"" };
    }

    /// <summary>How the answers to a request are written as JSON.</summary>
    /// <param name="request">The request.</param>
    public static JsonSerializerOptions JsonOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
    }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.CacheControl = CacheControl;
        response.Headers.Append("Vary", "Accept, Accept-Encoding");
        // A weak tag: compressed or not, it is the same answer.
        response.Headers.ETag = $"W/\"{body.Tag}\"";
        if (Preconditions.NotModified(request, $"\"{body.Tag}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var isCompressed = TakesGzip(request) && body.CompressedLength < body.Length;
        response.ContentType = contentType;
        response.ContentLength = isCompressed ? body.CompressedLength : body.Length;
        if (Disposition is not null)
        {
            response.Headers.ContentDisposition = Disposition;
        }

        if (isCompressed)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : body.SendAsync(response.Body, isCompressed, httpContext.RequestAborted);
    }

    private static bool TakesGzip(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding
        .Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
}
