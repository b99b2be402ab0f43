using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Campaigns.Http.Outside;

/// <summary>Somebody else's server.</summary>
internal static class FarSide
{
    /// <summary>How one that the settings name is talked to: redirects are followed by nobody who does not look where they lead, and answers may be compressed.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        // Whose call it is for, a server of others is not told.
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>The rule that its address in the settings breaks, or null.</summary>
    public static string? Fault(Uri address) => address switch
    {
        { IsAbsoluteUri: false } => "must be an absolute https address",
        { UserInfo.Length: > 0 } => "must not carry a user name or password",
        _ when address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback) => null,
        _ => "must be an https address",
    };

    /// <summary>The JSON of an answer; undefined where it is none.</summary>
    public static async Task<JsonElement> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A gateway's page of HTML, nothing, or an answer that breaks off: the status alone speaks.
            return default;
        }
    }

    /// <summary>When an answer says that it may be asked again; null where it does not say.</summary>
    public static DateTimeOffset? RetryAt(HttpResponseHeaders headers, TimeProvider clock) => headers.RetryAfter switch
    {
        { Delta: { } delta } => clock.GetUtcNow() + delta,
        { Date: { } date } => date,
        _ => null,
    };
}
