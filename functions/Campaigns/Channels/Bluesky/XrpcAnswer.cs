using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Campaigns.Channels.Bluesky;

/// <summary>What a Bluesky server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON object in the answer; undefined where there was none.</param>
/// <param name="RetryAt">When the server wants to be asked again, where it says so.</param>
internal sealed record XrpcAnswer(HttpStatusCode Status, JsonElement Body, DateTimeOffset? RetryAt)
{
    private const int LongestReason = 500;

    public bool Good => (int)Status is >= 200 and < 300;

    /// <summary>Nobody can say whether the server did what it was asked.</summary>
    public bool Ambiguous => (int)Status >= 500 || Status is HttpStatusCode.RequestTimeout;

    /// <summary>What was sent with the request to be let in: a server that says it back is not quoted so far.</summary>
    public string? Secret { get; init; }

    /// <summary>The server's name for what went wrong.</summary>
    public string? Error => Quoted("error");

    /// <summary>What went wrong, in the server's words; they stand in the ledger, so a flood of them is cut.</summary>
    public string Reason => Quoted("message") is { Length: > 0 } message ? message[..Math.Min(message.Length, LongestReason)] : Error ?? string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)Status}");

    /// <summary>The session's token is no longer good. Servers say so with status 400, newer ones with 401.</summary>
    public bool TokenIsOver => !Good && Error is "ExpiredToken" or "InvalidToken";

    public string? Text(string name) => Body.Text(name);

    private string? Quoted(string name) => Secret is { Length: > 0 } ? Text(name)?.Replace(Secret, "…", StringComparison.Ordinal) : Text(name);
}
