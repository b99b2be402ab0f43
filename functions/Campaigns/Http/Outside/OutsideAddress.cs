using System.Net;

namespace Campaigns.Http.Outside;

/// <summary>Which addresses people may name for the engine to call.</summary>
public static class OutsideAddress
{
    /// <summary>The rule that an address breaks, or null. What its name resolves to is only known, and checked, when it is called.</summary>
    /// <param name="address">The address.</param>
    /// <param name="options">What is allowed here.</param>
    public static string? Fault(Uri address, OutsideOptions options)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        return address switch
        {
            { IsAbsoluteUri: false } => "must be an absolute https address",
            { UserInfo.Length: > 0 } => "must not carry a user name or password",
            { Scheme: "https" } => IsPrivateLiteral(address) && !options.AllowPrivateAddresses ? "must be a public address"
                : options.Allows(address.Port) ? null
                : $"must have no port, or one of {options.Ports}",
            { Scheme: "http", IsLoopback: true } when options.AllowPrivateAddresses => null,
            _ => "must be an https address",
        };
    }

    /// <summary>Numbers in every spelling are addresses by now: 2130706433, 0x7f.1 and 0177.0.0.1 are all 127.0.0.1.</summary>
    private static bool IsPrivateLiteral(Uri address) =>
        address.IsLoopback || address.IdnHost.TrimEnd('.') == "localhost" || (IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && !PublicAddress.Is(ip));
}
