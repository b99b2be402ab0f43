using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.EndToEnd.Secrets;

/// <summary>A platform that refuses every call and says in its refusal all that was sent to it, credentials among it.</summary>
internal sealed class EchoingPlatform : IAsyncDisposable
{
    private readonly WebApplication site;
    private int heard;

    private EchoingPlatform(WebApplication site) => this.site = site;

    public Uri Address => new(site.Urls.Single());

    /// <summary>How many calls it refused.</summary>
    public int Heard => Volatile.Read(ref heard);

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
        var told = $"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Authorization} {await reader.ReadToEndAsync()}";
        Interlocked.Increment(ref heard);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await context.Response.WriteAsJsonAsync(new { error = "AuthenticationRequired", message = $"You sent {told}" });
    }
}
