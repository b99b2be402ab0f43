using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>The host as its program sees it: what keeps it from starting comes as one sentence.</summary>
internal sealed class LocalHost(WebApplication app, LocalRuntime runtime, HostLife life, int port) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            TryPort();
            await runtime.PrepareAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
            runtime.Listen();
        }
        catch (Exception exception) when (exception is SocketException or IOException { InnerException: AddressInUseException })
        {
            throw new StartRefusedException($"The port {port} is taken: stop what listens there (another engine?), or choose another with --port N.", exception);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        life.Stop();
        await app.StopAsync(cancellationToken);
        await runtime.ReleaseAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        // Where the start was refused half-way, nothing has stopped what was started by then.
        life.Stop();
        await runtime.ReleaseAsync();
        await app.DisposeAsync();
        life.Dispose();
    }

    /// <summary>Asked before anything is started: the server itself would find out last, and log at length.</summary>
    private void TryPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }
}
