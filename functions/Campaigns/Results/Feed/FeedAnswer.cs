using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Feed;

/// <summary>An answer of the feed: compressed where the caller takes that, and 304 where it has the same already.</summary>
/// <param name="contentType">The body's type.</param>
/// <param name="body">The body, ended.</param>
internal sealed class FeedAnswer(string contentType, FeedBody body) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>Which preference was followed; null for none.</summary>
    public string? Preference { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers["OData-Version"] = "4.0";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Append("Vary", "Accept, Accept-Encoding, Prefer");
        // A weak tag: compressed or not, it is the same answer.
        response.Headers.ETag = $"W/\"{body.Tag}\"";
        if (Preference is not null)
        {
            response.Headers["Preference-Applied"] = Preference;
        }

        if (Preconditions.NotModified(request, $"\"{body.Tag}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var isCompressed = request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
        response.ContentType = contentType;
        response.ContentLength = isCompressed ? body.CompressedLength : body.Written;
        if (isCompressed)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : body.SendAsync(response.Body, isCompressed, httpContext.RequestAborted);
    }
}
