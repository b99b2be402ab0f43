using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Local.Functions.Worker.Http;

/// <summary><c>POST /admin/functions/{name}</c>: runs a timer or queue function by hand, with <c>{ "input": "…" }</c> as its message.</summary>
/// <param name="runs">What starts each such function, by name.</param>
internal sealed class AdminRequests(IReadOnlyDictionary<string, Func<string, Task>> runs)
{
    /// <summary>What a proxy adds to what it passes on from elsewhere.</summary>
    private static readonly string[] Passed = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    public async Task HandleAsync(HttpContext http, PathString rest)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (!HttpMethods.IsPost(http.Request.Method) || !rest.StartsWithSegments("/functions", out var name)
            || !runs.TryGetValue(name.Value?.Trim('/') ?? "", out var run))
        {
            return;
        }

        if (!IsFromThisMachine(http.Request))
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

    /// <summary>A web page may resolve its own name to this address, or post here from its own; a proxy here lets in whoever reaches it.</summary>
    private static bool IsFromThisMachine(HttpRequest request) =>
        IsLoopbackName(request.Host.Host) && !Passed.Any(request.Headers.ContainsKey)
        && (request.Headers.Origin.FirstOrDefault() is not { } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLoopbackName(page.Host)));

    private static bool IsLoopbackName(string name) =>
        "localhost".Equals(name, StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

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
