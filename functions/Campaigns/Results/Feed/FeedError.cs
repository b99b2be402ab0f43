using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Feed;

/// <summary>A fault in OData's form.</summary>
/// <param name="fault">The fault.</param>
internal sealed class FeedError(FeedFault fault) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => fault.Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers["OData-Version"] = "4.0";
        if (fault.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = AwayProblem.Seconds;
        }

        return TypedResults.Json(
            new { error = new { code = fault.Code, message = fault.Message } }, contentType: "application/json;odata.metadata=minimal", statusCode: fault.Status).ExecuteAsync(httpContext);
    }
}
