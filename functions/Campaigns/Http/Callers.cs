using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Http;

/// <summary>
/// Finds out who is calling: an Entra principal where App Service authentication stands in front, one of the engine's keys, or, on a
/// local engine that has no key at all, whoever is on the loopback.
/// </summary>
/// <param name="keys">The engine's keys.</param>
/// <param name="options">The first key.</param>
/// <param name="place">Where the engine runs.</param>
/// <param name="time">The clock, for keys that expire.</param>
public sealed class Callers(AccessKeyTable keys, IOptions<AccessOptions> options, HostPlace place, TimeProvider time)
{
    /// <summary>The header that carries a key.</summary>
    public const string KeyHeader = "x-functions-key";

    /// <summary>As the audit names whoever brings the first key: no key that is made can have this name.</summary>
    public const string FirstKeyName = "key:(first)";

    /// <summary>What a proxy adds to what it passes on from elsewhere.</summary>
    private static readonly string[] Passed = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>Finds the caller, or the problem to answer with: 401, or 503 where nothing is configured in Azure.</summary>
    /// <param name="request">The request.</param>
    /// <param name="keyInQuery">Whether <c>?code=</c> counts on this route.</param>
    /// <param name="cancellationToken">Cancels reading the keys.</param>
    public async Task<(Caller? Caller, IResult? Problem)> FindAsync(HttpRequest request, bool keyInQuery, CancellationToken cancellationToken)
    {
        if (place.SignInEnabled && EntraPrincipal.Read(request) is { } principal)
        {
            return (principal, null);
        }

        // Several are one text with commas, which is no key: a proxy and the engine might each believe another one of them.
        var header = request.Headers.TryGetValue(KeyHeader, out var lines) ? lines.ToString() : null;
        var query = keyInQuery && HttpMethods.IsGet(request.Method) ? request.Query["code"].ToString() : null;
        var hash = (header ?? query) is { Length: > 0 } brought ? AccessKey.HashOf(brought) : null;
        var first = options.Value.FirstKey;
        if (header is not null && hash is not null && IsFirst(hash, first))
        {
            // It needs no table: while storage is away, whoever has it can still ask what does not answer.
            return (new Caller(FirstKeyName, [Role.Manager], []), null);
        }

        var all = await keys.AllAsync(cancellationToken);
        if (hash is not null)
        {
            return Holder(hash, all) is { } caller && (header is not null || ReadsOnly(caller))
                ? (caller, null)
                : (null, Problems.Unauthorized("This key is not known, has expired, was revoked, or may not be brought this way."));
        }

        if (all.Count > 0 || !string.IsNullOrEmpty(first) || place.SignInEnabled)
        {
            return (null, Problems.Unauthorized($"Bring an access key in the header {KeyHeader}{(place.SignInEnabled ? ", or sign in" : "")}."));
        }

        return place.InAzure
            ? (null, Problems.Unavailable("No access is configured: set Access__FirstKey to a Key Vault reference, or turn on authentication."))
            : IsBareLoopback(request)
                ? (Caller.Local, null)
                : (null, Problems.Unauthorized("Without a key this engine answers only on its own loopback address."));
    }

    private static bool ReadsOnly(Caller caller) => caller.Roles is [Role.Reader];

    /// <summary>
    /// The address and the name must both be loopback: a web page that resolves its own name to 127.0.0.1 is not let in, and neither is
    /// one that posts here from elsewhere.
    /// </summary>
    private static bool IsBareLoopback(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !Passed.Any(request.Headers.ContainsKey)
        && IsLoopbackName(request.Host.Host)
        && (request.Headers.Origin.FirstOrDefault() is not { } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLoopbackName(page.Host)));

    private static bool IsLoopbackName(string name) => string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsFirst(byte[] hash, string? first) =>
        !string.IsNullOrEmpty(first) && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(AccessKey.HashOf(first), hash);

    private Caller? Holder(byte[] hash, IReadOnlyList<AccessKey> all)
    {
        // Every key is compared, so that the time taken tells nothing.
        var held = all.Where(key => key.Is(hash)).ToArray();
        return held is [var key, ..] && !(key.Expires <= time.GetUtcNow()) ? new Caller($"key:{key.Name}", key.Roles, key.Campaigns) : null;
    }
}
