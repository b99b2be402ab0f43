using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Local.Functions.Worker.Http;

/// <summary><c>POST /admin/functions/{name}</c>: runs a timer or queue function by hand, with <c>{ "input": "…" }</c> as its message.</summary>
/// <param name="runs">What starts each such function, by name.</param>
internal sealed class AdminRequests(IReadOnlyDictionary<string, Func<string, Task>> runs)
{
    public async Task HandleAsync(HttpContext http, PathString rest)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (!HttpMethods.IsPost(http.Request.Method) || !rest.StartsWithSegments("/functions", out var name)
            || !runs.TryGetValue(name.Value?.Trim('/') ?? "", out var run))
        {
            return;
        }

        // A web page may resolve its own name to this address.
        if (!IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) ? !"localhost".Equals(http.Request.Host.Host, StringComparison.OrdinalIgnoreCase) : !IPAddress.IsLoopback(host))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // A web page cannot send this type to another origin without asking first.
        if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (await InputAsync(http) is not { } input)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync("The body must be a JSON object: {} or { \"input\": \"…\" }.\n", http.RequestAborted);
            return;
        }

        // What becomes of the run stands in the log.
        _ = run(input);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static async Task<string?> InputAsync(HttpContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return body.RootElement.ValueKind != JsonValueKind.Object ? null
                : body.RootElement.TryGetProperty("input", out var input) ? input.ToString()
                : "";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
