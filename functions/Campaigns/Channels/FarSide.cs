using System.Net;

namespace Campaigns.Channels;

/// <summary>Somebody else's server that the settings name.</summary>
internal static class FarSide
{
    /// <summary>How it is talked to: redirects are followed by nobody who does not look where they lead, and answers may be compressed.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>The rule that an address breaks, or null.</summary>
    public static string? Fault(Uri address) => address switch
    {
        { IsAbsoluteUri: false } => "must be an absolute https address",
        { UserInfo.Length: > 0 } => "must not carry a user name or password",
        _ when address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback) => null,
        _ => "must be an https address",
    };
}
