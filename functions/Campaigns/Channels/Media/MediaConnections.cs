using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Media;

/// <summary>Opens the connections over which pictures and feeds are fetched: to public addresses only, whatever a name resolves to at that moment.</summary>
internal sealed class MediaConnections(IOptions<MediaOptions> options)
{
    /// <summary>A handler that follows no redirect by itself and uses no proxy, which would resolve names where nobody checks them.</summary>
    public SocketsHttpHandler Handler(DecompressionMethods packed = DecompressionMethods.None) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = packed,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var open = options.Value.AllowPrivateAddresses ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (open.Length == 0)
        {
            throw new MediaAddressRefusedException($"{context.DnsEndPoint.Host} is not a public address");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A picture's address leads into a private network.</summary>
internal sealed class MediaAddressRefusedException(string message) : Exception(message);
