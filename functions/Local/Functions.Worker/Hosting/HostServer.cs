using System.Net;
using Campaigns.Local.Functions.Worker.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>Listens on the loopback only: what runs here is open to whoever reaches it.</summary>
internal static class HostServer
{
    public static void Configure(KestrelServerOptions kestrel, LocalHostOptions options)
    {
        kestrel.AddServerHeader = false;
        if (options.Port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, 0);
        }
        else
        {
            kestrel.ListenLocalhost(options.Port);
        }
    }
}
