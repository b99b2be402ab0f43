using System.Net;

namespace Campaigns.Channels.Bluesky;

/// <summary>Says what an answer that is not good means for a search.</summary>
internal static class BlueskyAnswers
{
    private const int LongestReason = 200;

    /// <summary>Whether, and until when, the network asks to wait.</summary>
    public static SearchPage.RateLimited? Wait(BlueskyReading reading, DateTimeOffset now) => reading switch
    {
        { Ended: SearchPage.RateLimited wait } => wait,
        { Answer: { Status: HttpStatusCode.TooManyRequests } answer } => new(BlueskyRefusals.WaitUntil(answer, now)),
        _ => null,
    };

    /// <summary>The page that a bad reading makes, or null where the answer is good.</summary>
    public static SearchPage? Bad(BlueskyReading reading, SearchQuery query, DateTimeOffset now) => reading switch
    {
        { Ended: { } ended } => ended,
        { Answer: { Good: true } } => null,
        { Answer.Status: HttpStatusCode.TooManyRequests } => Wait(reading, now),
        { Answer: { Ambiguous: true, Status: not HttpStatusCode.NotImplemented } answer } => new SearchPage.Failed($"Bluesky's server {reading.Host} is in trouble: {Reason(answer)}."),
        { Answer: { TokenIsOver: true } or { Status: HttpStatusCode.Unauthorized } } => new SearchPage.Refused(
            $"Bluesky's server {reading.Host} does not let this account search: {Reason(reading.Answer!)}. Check the settings (Bluesky:Accounts)."),

        // The first page came, and this one is refused: strangers see no second page, and nobody sees more than the newest 10,000 posts.
        { Answer.Status: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden } when query.Cursor is not null => new SearchPage.Found([], null, IsCutShort: true),
        { Answer: { Status: HttpStatusCode.Forbidden } answer } => new SearchPage.Refused(
            $"Bluesky's server {reading.Host} does not let posts be searched without an account: {Reason(answer)}. Add one to the settings (Bluesky:Accounts)."),
        { Answer: { } answer } => new SearchPage.Refused($"Bluesky's server {reading.Host} does not answer searches: {Reason(answer)}."),
        _ => new SearchPage.Failed("Bluesky was not searched."),
    };

    private static string Reason(XrpcAnswer answer) => answer.Reason is { Length: > LongestReason } reason ? reason[..LongestReason] : answer.Reason;
}
