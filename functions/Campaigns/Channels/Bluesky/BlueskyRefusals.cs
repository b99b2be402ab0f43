using System.Net;

namespace Campaigns.Channels.Bluesky;

/// <summary>Says what a Bluesky server's refusal means for a post.</summary>
internal static class BlueskyRefusals
{
    /// <summary>The outcome of an answer that is not good. One that may hide a success has none here: only the caller knows what that means.</summary>
    /// <exception cref="ChannelUnreachableException">The server is in trouble; the step that was asked for can be asked for again.</exception>
    public static PublishOutcome Outcome(XrpcAnswer answer, BlueskyAccount account, DateTimeOffset now) => answer switch
    {
        { Status: HttpStatusCode.TooManyRequests } => new PublishOutcome.RateLimited(WaitUntil(answer, now)),
        { Ambiguous: true } => throw new ChannelUnreachableException($"Bluesky's server {account.Service.Host} is in trouble: {answer.Reason}."),
        { Error: "AuthFactorTokenRequired" } => new PublishOutcome.NotAuthorised(
            $"Bluesky asks for a second factor for {account.Handle}: put an app password, not the account's own, into the settings (Bluesky:Accounts)."),
        { Error: "AccountTakedown" or "AccountDeactivated" or "AccountSuspended" } => new PublishOutcome.NotAuthorised(
            $"Bluesky has closed the account {account.Handle}: {answer.Reason}. Settle it with Bluesky, then resolve what it stopped."),
        { TokenIsOver: true } or { Status: HttpStatusCode.Unauthorized } => new PublishOutcome.NotAuthorised(
            $"Bluesky does not accept the app password of {account.Handle}: {answer.Reason}. Make a new app password, put it into the settings (Bluesky:Accounts), "
            + "then retry the deliveries that it stopped."),
        _ => new PublishOutcome.Refused($"Bluesky refused the post: {answer.Reason}"),
    };

    /// <summary>When to come back after being asked to wait.</summary>
    public static DateTimeOffset WaitUntil(XrpcAnswer answer, DateTimeOffset now) => Waiting.Until(answer.RetryAt, now);
}
