namespace Campaigns.Channels;

/// <summary>How an attempt to publish ended. What is not here, a failure known to be before the platform took the post, is a <see cref="ChannelUnreachableException"/>.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>The platform has the post.</summary>
    /// <param name="Url">Where a person sees it.</param>
    /// <param name="PlatformId">The platform's own name for it.</param>
    public sealed record Published(Uri Url, string PlatformId) : PublishOutcome;

    /// <summary>The platform will not take this post, now or later.</summary>
    /// <param name="Reason">Why, in the platform's words.</param>
    public sealed record Refused(string Reason) : PublishOutcome;

    /// <summary>The platform asks to wait; nothing was published.</summary>
    /// <param name="Until">When to try again.</param>
    public sealed record RateLimited(DateTimeOffset Until) : PublishOutcome;

    /// <summary>The account's credential is missing, wrong or revoked; nothing was published.</summary>
    /// <param name="Reason">What is wrong and what to do about it.</param>
    public sealed record NotAuthorised(string Reason) : PublishOutcome;

    /// <summary>The post was sent and no answer came: it may or may not be out.</summary>
    /// <param name="Reason">How the answer was lost.</param>
    public sealed record Unknown(string Reason) : PublishOutcome;

    /// <summary>A person publishes this one.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record ByHand(string Reason) : PublishOutcome;
}
