using Azure;
using Azure.AI.TextAnalytics;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace Campaigns.Insight.Language;

/// <summary>What a request's failure means: whether anything was done, and what is to become of the batch. What the service wrote is not told further, for it may quote the text.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Where refusals are said.</param>
internal sealed partial class LanguageFaults(TimeProvider time, ILogger<LanguageFaults> logger)
{
    // The limit of requests is counted by the minute.
    private static readonly TimeSpan WhenThrottled = TimeSpan.FromMinutes(1);

    // A person must mend it; the batches wait meanwhile and none is given up.
    private static readonly TimeSpan WhenRefused = TimeSpan.FromMinutes(5);

    /// <summary>Judges a failure.</summary>
    /// <param name="feature">What was asked.</param>
    /// <param name="fault">What was thrown.</param>
    /// <returns>Whether the service proves that it did nothing, and what is thrown further; null where the request itself is at fault.</returns>
    public (bool DidNothing, Exception? Thrown) Judge(LanguageFeature feature, Exception fault)
    {
        switch (fault)
        {
            case RequestFailedException { Status: 429 } throttled:
                var wait = (throttled.GetRawResponse() is { } response ? AskedWait.Of(response, time.GetUtcNow()) : null) ?? WhenThrottled;
                Log.Throttled(logger, feature, wait.TotalSeconds);
                return (true, new RetryLaterException(wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1)));

            case RequestFailedException { Status: 400 or 413 } refused when refused.ErrorCode != TextAnalyticsErrorCode.ModelVersionIncorrect:
                Log.RequestRefused(logger, feature, refused.Status);
                return (true, null);

            case RequestFailedException { Status: 400 }:
                Log.UnknownModel(logger, feature);
                return (true, new RetryLaterException(WhenRefused));

            case RequestFailedException { Status: 401 or 403 or 404 } refused:
                Log.SignInRefused(logger, feature, refused.Status);
                return (true, new RetryLaterException(WhenRefused));

            case AuthenticationFailedException:
                Log.NoIdentity(logger, feature);
                return (true, new RetryLaterException(WhenRefused));

            case RequestFailedException { Status: var status }:
                return (status is >= 400 and < 500 and not 408, new LanguageServiceException(status == 0
                    ? $"Azure AI Language did not answer when it was asked for {feature}."
                    : $"Azure AI Language answered {status} when it was asked for {feature}."));

            case OperationCanceledException:
                return (false, new LanguageServiceException($"Azure AI Language did not answer in time when it was asked for {feature}."));

            default:
                return (false, new LanguageServiceException($"The answer of Azure AI Language to {feature} cannot be read ({fault.GetType().Name})."));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Azure AI Language is asked too much for {Feature}; the batch comes again in {Seconds} s.")]
        public static partial void Throttled(ILogger logger, LanguageFeature feature, double seconds);

        [LoggerMessage(2, LogLevel.Warning, "Azure AI Language refuses a request for {Feature} with {Status}; its texts are asked about one by one.")]
        public static partial void RequestRefused(ILogger logger, LanguageFeature feature, int status);

        [LoggerMessage(3, LogLevel.Error, "Azure AI Language does not know the model that Insight__ModelVersion names for {Feature}. Mend it within seven days: batches wait so long.")]
        public static partial void UnknownModel(ILogger logger, LanguageFeature feature);

        [LoggerMessage(4, LogLevel.Error, "Azure AI Language answers {Status} for {Feature}: check Insight__Endpoint, Insight__Key or the identity's role 'Cognitive Services Language Reader', and the resource's quota. Mend it within seven days: batches wait so long.")]
        public static partial void SignInRefused(ILogger logger, LanguageFeature feature, int status);

        [LoggerMessage(5, LogLevel.Error, "There is no identity to sign in to Azure AI Language with for {Feature}: give the app a managed identity, or set Insight__Key. Mend it within seven days: batches wait so long.")]
        public static partial void NoIdentity(ILogger logger, LanguageFeature feature);
    }
}
