namespace Azure.AI.TextAnalytics;

/// <summary>Why one document, or a whole request, was not analysed.</summary>
public readonly struct TextAnalyticsError
{
    public TextAnalyticsErrorCode ErrorCode { get; internal init; }

    public string Message { get; internal init; }

    public string Target { get; internal init; }
}
