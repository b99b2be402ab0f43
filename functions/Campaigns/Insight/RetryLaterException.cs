namespace Campaigns.Insight;

/// <summary>The service will not answer before a while: the batch comes again then, and this uses up none of its attempts.</summary>
/// <param name="wait">How long to wait.</param>
public sealed class RetryLaterException(TimeSpan wait) : Exception($"The analyser asks to be left alone for {wait}.")
{
    /// <summary>How long to wait.</summary>
    public TimeSpan Wait => wait;
}
