using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Campaigns.Channels.Mastodon;

/// <summary>What a Mastodon server answered.</summary>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Body">The JSON in the answer; undefined where there was none.</param>
/// <param name="RetryAt">When the server wants to be asked again, where it says so.</param>
/// <param name="NextId">The id that the next page stays under, where the server says that there is one.</param>
/// <param name="Fault">Why no answer came.</param>
internal sealed record MastodonAnswer(HttpStatusCode Status, JsonElement Body = default, DateTimeOffset? RetryAt = null, string? NextId = null, string? Fault = null)
{
    private const int LongestReason = 200;

    public bool Good => Status is HttpStatusCode.OK;

    /// <summary>What went wrong, in the server's words.</summary>
    public string Reason => Body.Text("error") is { Length: > 0 } error ? error[..Math.Min(error.Length, LongestReason)] : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)Status}");

    /// <summary>The page that a bad answer makes; null for a good one.</summary>
    /// <param name="host">Who answered.</param>
    /// <param name="now">The time.</param>
    public SearchPage? Bad(string host, DateTimeOffset now) => this switch
    {
        { Good: true } => null,
        { Fault: { } fault } => new SearchPage.Failed(fault),
        { Status: HttpStatusCode.TooManyRequests } => new SearchPage.RateLimited(Waiting.Until(RetryAt, now)),
        { Status: HttpStatusCode.RequestTimeout } or { Status: >= HttpStatusCode.InternalServerError } => new SearchPage.Failed($"{host} is in trouble: {Reason}."),
        { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity } => new SearchPage.Refused(
            $"{host} does not show its timelines to this engine: {Reason}. Put an access token of an account there into the settings (Mastodon:Instances)."),
        { Status: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } => new SearchPage.Refused(
            $"{host} sends the engine elsewhere: put the server's own address into the settings (Mastodon:Instances)."),
        { Status: < HttpStatusCode.MultipleChoices } => new SearchPage.Failed($"{host} answers with something else than statuses."),
        _ => new SearchPage.Refused($"{host} does not answer as a Mastodon server: {Reason}."),
    };
}
