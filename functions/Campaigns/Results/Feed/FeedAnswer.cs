using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Feed;

/// <summary>An answer of the feed: kept and asked about again as all results are, with what OData says beside it.</summary>
/// <param name="contentType">The body's type.</param>
/// <param name="body">The body, ended.</param>
internal sealed class FeedAnswer(string contentType, FeedBody body) : IResult, IStatusCodeHttpResult
{
    private readonly CachedAnswer answer = new(contentType, body);

    public int? StatusCode => answer.StatusCode;

    /// <summary>Which preference was followed; null for none.</summary>
    public string? Preference { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers["OData-Version"] = "4.0";
        headers.Append("Vary", "Prefer");
        if (Preference is not null)
        {
            headers["Preference-Applied"] = Preference;
        }

        return answer.ExecuteAsync(httpContext);
    }
}
