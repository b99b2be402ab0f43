using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Http;

/// <summary>Where a call comes from, as far as that can be known.</summary>
public static class CallerAddress
{
    private const string ForwardedHeader = "X-Forwarded-For";

    /// <summary>
    /// The address: in Azure the last one that the front end wrote down, which no caller can choose, else that of the connection. Of an IPv6 address
    /// only the network counts, since each of its machines has as many addresses as it likes.
    /// </summary>
    /// <param name="http">The call.</param>
    /// <param name="place">Where the engine runs.</param>
    public static string Of(HttpContext http, HostPlace place)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(place);
        var forwarded = place.InAzure ? http.Request.Headers[ForwardedHeader].LastOrDefault()?.Split(',')[^1].Trim() : null;
        var address = IPEndPoint.TryParse(forwarded ?? "", out var told) ? told.Address : http.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "";
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
