using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Campaigns.Http;

/// <summary>
/// What every answer tells browsers and caches unless its route says more: it is what its type says and nothing else, it runs and frames nothing, its
/// address, which may hold a key, is sent on to nobody, and it, which may show one, is kept nowhere.
/// </summary>
public sealed class AnswerHeaders : IFunctionsWorkerMiddleware
{
    /// <summary>Nothing is fetched, run or framed: answers are data.</summary>
    public const string Policy = "default-src 'none'; frame-ancestors 'none'";

    /// <inheritdoc />
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (context.GetHttpContext()?.Response.Headers is { } headers)
        {
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = Policy;
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
        }

        return next(context);
    }
}
