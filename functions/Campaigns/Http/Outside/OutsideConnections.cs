using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Campaigns.Http.Outside;

/// <summary>
/// Opens the connections to addresses that people name: to public ones only, whatever a name resolves to at that moment. What was checked is what is
/// connected to: a name that resolves to something else a moment later changes nothing.
/// </summary>
internal sealed class OutsideConnections(IOptions<OutsideOptions> options)
{
    /// <summary>Asks what a name resolves to.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>A handler that follows no redirect by itself and uses no proxy, which would resolve names where nobody checks them.</summary>
    /// <param name="packed">How answers may be compressed; who reads them counts the bytes that come out.</param>
    public SocketsHttpHandler Handler(DecompressionMethods packed = DecompressionMethods.None) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = packed,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Resolve(host, cancellationToken);
        var open = options.Value.AllowPrivateAddresses ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (open.Length == 0)
        {
            throw new AddressRefusedException($"{context.DnsEndPoint.Host} is not a public address");
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
