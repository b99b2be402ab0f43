using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace Campaigns.Http;

/// <summary>
/// Lets the web pages of listed origins read answers, refusals too. Keys travel in a header, so cookies are never let in, and a browser asks first: it
/// is answered here, before the door, for it asks without the key.
/// </summary>
/// <param name="options">The origins.</param>
public sealed class Cors(IOptions<CorsOptions> options) : IFunctionsWorkerMiddleware
{
    private const string Methods = "GET, HEAD, PUT, POST, DELETE";
    private const string Sent = $"Accept, Authorization, Content-Type, If-Match, If-None-Match, {Callers.KeyHeader}";
    private const string Shown = "Content-Disposition, ETag, Location, Retry-After";

    /// <summary>How long a browser need not ask again, in seconds.</summary>
    private const string MaxAge = "600";

    private readonly HashSet<string> origins = new(options.Value.Origins(), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (context.GetHttpContext() is { } http)
        {
            Answer(http);
        }

        return next(context);
    }

    private void Answer(HttpContext http)
    {
        if (origins.Count == 0)
        {
            return;
        }

        var headers = http.Response.Headers;
        headers.Append("Vary", "Origin");
        if (http.Request.Headers.Origin.FirstOrDefault() is not { } origin || !origins.Contains(origin))
        {
            return;
        }

        headers.AccessControlAllowOrigin = origin;
        if (!HttpMethods.IsOptions(http.Request.Method))
        {
            headers.AccessControlExposeHeaders = Shown;
            return;
        }

        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = Sent;
        headers.AccessControlMaxAge = MaxAge;
    }
}
