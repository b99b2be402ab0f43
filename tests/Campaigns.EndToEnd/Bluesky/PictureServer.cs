using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.EndToEnd.Bluesky;

/// <summary>A web server on loopback that has one picture, four pixels by three.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private PictureServer(WebApplication app) => this.app = app;

    public static byte[] Picture { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR4nGMQaPgARww4OQBUthIBb1vMEAAAAABJRU5ErkJggg==");

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/picture.png");

    public static async Task<PictureServer> StartAsync()
    {
        var app = LoopbackSite.Build();
        app.MapGet("/picture.png", static () => TypedResults.Bytes(Picture, "application/octet-stream"));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
