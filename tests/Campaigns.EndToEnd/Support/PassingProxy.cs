using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Campaigns.EndToEnd.Support;

/// <summary>One request on its way through a proxy, and its answer where it has come.</summary>
internal sealed record Passing(string Method, string Path, byte[] Request, byte[] Answer)
{
    /// <summary>Whether the request goes by the version that it read: it carries <c>If-Match</c>.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The query, decoded.</summary>
    public string Query { get; init; } = "";

    /// <summary>The answer's status; 0 on the way there.</summary>
    public int Status { get; init; }
}

/// <summary>What a proxy does with a request or an answer: passes it on, breaks the connection, or says something else instead.</summary>
/// <param name="IsBroken">Whether the connection breaks.</param>
/// <param name="Instead">What the client is told instead, or null.</param>
internal readonly record struct Fate(bool IsBroken, OtherAnswer? Instead)
{
    public static implicit operator Fate(bool passes) => new(!passes, null);
}

/// <summary>An answer that the server never gave.</summary>
internal sealed record OtherAnswer(int Status, string MediaType, string Body);

/// <summary>Stands between an engine and a server on the loopback and passes every request and every answer on as it is.</summary>
internal sealed class PassingProxy : IAsyncDisposable
{
    // What belongs to one connection and not to the message.
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Host", "Expect" };

    private readonly HttpMessageInvoker upstream = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        UseProxy = false,
        // Before the server closes an idle connection (Node.js after five seconds), so that no request meets the end of one.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
    });
    private readonly WebApplication app;
    private readonly int target;
    private readonly Func<Passing, Task<Fate>> onWayThere;
    private readonly Func<Passing, Task<Fate>> onWayBack;

    private PassingProxy(int target, Func<Passing, Task<Fate>>? onWayThere, Func<Passing, Task<Fate>>? onWayBack)
    {
        this.target = target;
        this.onWayThere = onWayThere ?? (static _ => Task.FromResult<Fate>(true));
        this.onWayBack = onWayBack ?? (static _ => Task.FromResult<Fate>(true));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, static listener => listener.Protocols = HttpProtocols.Http1);
        });
        app = builder.Build();
        app.Run(PassOnAsync);
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>Starts a proxy on a free port.</summary>
    /// <param name="target">The server's port on the loopback.</param>
    /// <param name="onWayThere">Sees each request before the server does; where it says false, the connection breaks instead.</param>
    /// <param name="onWayBack">Sees each answer before the engine does; where it says false, the connection breaks instead.</param>
    public static async Task<PassingProxy> StartAsync(int target, Func<Passing, Task<Fate>>? onWayThere = null, Func<Passing, Task<Fate>>? onWayBack = null)
    {
        var proxy = new PassingProxy(target, onWayThere, onWayBack);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        upstream.Dispose();
    }

    private async Task PassOnAsync(HttpContext http)
    {
        var passing = new Passing(http.Request.Method, http.Request.Path.Value!, await ReadAsync(http.Request.Body), []) { Query = Uri.UnescapeDataString(http.Request.QueryString.Value ?? ""), IsConditional = http.Request.Headers.IfMatch is [{ } tag] && tag != "*" };
        if (await SettledAsync(http, await onWayThere(passing)))
        {
            return;
        }

        using var request = Request(http.Request, passing.Request);
        using var answer = await upstream.SendAsync(request, CancellationToken.None);
        passing = passing with { Answer = await ReadAsync(await answer.Content.ReadAsStreamAsync()), Status = (int)answer.StatusCode };
        if (await SettledAsync(http, await onWayBack(passing)))
        {
            return;
        }

        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).Where(static header => !OfTheConnection.Contains(header.Key)))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        if (passing.Answer.Length > 0)
        {
            await http.Response.Body.WriteAsync(passing.Answer);
        }
    }

    /// <summary>Breaks the connection or gives the other answer; false where the message passes.</summary>
    private static async Task<bool> SettledAsync(HttpContext http, Fate fate)
    {
        if (fate.IsBroken)
        {
            http.Abort();
        }
        else if (fate.Instead is { } instead)
        {
            (http.Response.StatusCode, http.Response.ContentType) = (instead.Status, instead.MediaType);
            await http.Response.WriteAsync(instead.Body);
        }

        return fate.IsBroken || fate.Instead is not null;
    }

    private HttpRequestMessage Request(HttpRequest from, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri($"http://127.0.0.1:{target}{from.Path.ToUriComponent()}{from.QueryString}"));
        if (body.Length > 0 || from.ContentLength == 0)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in from.Headers.Where(static header => !OfTheConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    private static async Task<byte[]> ReadAsync(Stream body)
    {
        using var whole = new MemoryStream();
        await body.CopyToAsync(whole);
        return whole.ToArray();
    }
}
