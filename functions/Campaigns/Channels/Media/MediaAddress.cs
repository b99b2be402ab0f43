using System.Net;

namespace Campaigns.Channels.Media;

/// <summary>Which addresses a picture may have.</summary>
public static class MediaAddress
{
    /// <summary>The rule that an address breaks, or null. What its name resolves to is only known, and checked, when it is fetched.</summary>
    /// <param name="address">The picture's address.</param>
    /// <param name="allowPrivate">Whether the development setting is on.</param>
    public static string? Fault(Uri address, bool allowPrivate) => address switch
    {
        { IsAbsoluteUri: false } => "must be an absolute https address",
        { UserInfo.Length: > 0 } => "must not carry a user name or password",
        { Scheme: "https" } => IsPrivateLiteral(address) && !allowPrivate ? "must be a public address" : null,
        { Scheme: "http", IsLoopback: true } when allowPrivate => null,
        _ => "must be an https address",
    };

    private static bool IsPrivateLiteral(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && !PublicAddress.Is(ip));
}
