using Azure.Core;
using Azure.Core.Pipeline;

namespace Campaigns.Insight.Language;

/// <summary>
/// Asks again where the service said that it did nothing because it was asked too much, after the time that it names, if that is short. A request
/// that may have been carried out is not sent again here: it would be paid for twice, and reserved once.
/// </summary>
internal sealed class LanguageRetries() : RetryPolicy(maxRetries: 3, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromSeconds(0.8), LongestWait))
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => base.ShouldRetry(message, exception) && IsThrottled(message, exception);

    /// <inheritdoc />
    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        await base.ShouldRetryAsync(message, exception) && IsThrottled(message, exception);

    private static bool IsThrottled(HttpMessage message, Exception? exception) =>
        exception is null && message.HasResponse && message.Response.Status == 429 && !(AskedWait.Of(message.Response, DateTimeOffset.MinValue) > LongestWait);
}
