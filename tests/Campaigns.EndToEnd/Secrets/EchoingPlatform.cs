using System.Collections.Concurrent;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.EndToEnd.Secrets;

/// <summary>A platform that refuses every call and says in its refusal all that was sent to it, credentials among it.</summary>
internal sealed class EchoingPlatform : IAsyncDisposable
{
    /// <summary>What lies beneath this path is away: the call is made again.</summary>
    public const string Away = "/away";

    private readonly WebApplication site;
    private readonly ConcurrentQueue<string> heard = [];

    private EchoingPlatform(WebApplication site) => this.site = site;

    public Uri Address => new(site.Urls.Single());

    /// <summary>The paths of the calls that it refused.</summary>
    public IReadOnlyList<string> Heard => [.. heard];

    public static async Task<EchoingPlatform> StartAsync()
    {
        var app = LoopbackSite.Build();
        var platform = new EchoingPlatform(app);
        app.Run(platform.RefuseAsync);
        await app.StartAsync();
        return platform;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task RefuseAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var told = $"{context.Request.Path}{context.Request.QueryString} {string.Join(' ', context.Request.Headers.Values)} {await reader.ReadToEndAsync()}";
        heard.Enqueue(context.Request.Path);
        context.Response.StatusCode = context.Request.Path.StartsWithSegments(Away) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized;
        await context.Response.WriteAsJsonAsync(new { error = "AuthenticationRequired", message = $"You sent {told}" });
    }
}
