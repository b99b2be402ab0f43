using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Support;

/// <summary>One HTTP call to a function: the request as Kestrel would hand it over, and the answer as it would go out.</summary>
public static class Call
{
    /// <summary>Makes a request.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="method">The method.</param>
    /// <param name="pathAndQuery">For example <c>/api/campaigns?limit=2</c>.</param>
    /// <param name="body">The body as text, or null.</param>
    /// <param name="headers">Headers as <c>Name: value</c>.</param>
    public static HttpRequest Request(TestEngine engine, string method, string pathAndQuery, string? body = null, params string[] headers)
    {
        var context = new DefaultHttpContext { RequestServices = engine.Services };
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        var request = context.Request;
        var uri = new Uri("http://localhost:7071" + pathAndQuery);
        (request.Method, request.Scheme, request.Host) = (method, "http", new HostString("localhost", 7071));
        (request.Path, request.QueryString) = (PathString.FromUriComponent(uri), QueryString.FromUriComponent(uri));
        if (body is not null)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(bytes), bytes.Length, "application/json");
        }

        foreach (var header in headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            request.Headers[header[..colon]] = header[(colon + 1)..].Trim();
        }

        return request;
    }

    /// <summary>Executes a function's result.</summary>
    /// <param name="request">The request that it answers.</param>
    /// <param name="result">What the function returned.</param>
    public static async Task<Answer> AnswerAsync(HttpRequest request, Task<IResult> result)
    {
        var context = request.HttpContext;
        var body = new AnswerBody();
        context.Response.Body = body;
        await (await result).ExecuteAsync(context);
        return new Answer(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}

/// <summary>An answer.</summary>
public sealed record Answer(int Status, IHeaderDictionary Headers, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string ETag => Headers.ETag.ToString();

    /// <summary>The faults of a 422, as <c>field: rule</c>.</summary>
    public string[] Faults => [.. Json.GetProperty("faults").EnumerateArray()
        .Select(fault => $"{fault.GetProperty("field").GetString()}: {fault.GetProperty("rule").GetString()}")];
}
