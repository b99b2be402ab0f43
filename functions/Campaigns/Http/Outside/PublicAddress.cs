using System.Net;
using System.Net.Sockets;

namespace Campaigns.Http.Outside;

/// <summary>Tells the open internet from everything that only this machine or its network reaches.</summary>
internal static class PublicAddress
{
    // Every block that IANA's special-purpose registries keep off the open internet. Azure answers for the platform itself on one address more.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(static block => IPNetwork.Parse(block)),
    ];

    /// <summary>All that is given out of IPv6 for the open internet; the rest is private, link-local, multicast, reserved or not given out yet.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    public static bool Is(IPAddress address)
    {
        var plain = Embedded(address) ?? address;
        return (Isatap(plain) is not { } inner || Is(inner))
            && (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain))
            && !NotPublic.Any(block => block.BaseAddress.AddressFamily == plain.AddressFamily && block.Contains(plain));
    }

    /// <summary>The IPv4 address that an IPv6 address leads to, if it does.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : Translated.Contains(address) ? new IPAddress(bytes.AsSpan(12))
            : SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : null;
    }

    /// <summary>The IPv4 address at the end of an ISATAP address, which may stand in any network.</summary>
    private static IPAddress? Isatap(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && address.GetAddressBytes() is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5E, 0xFE, .. { Length: 4 } inner]
            ? new IPAddress(inner)
            : null;
}
