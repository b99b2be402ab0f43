namespace Azure.AI.TextAnalytics;

/// <summary>A reservation about one document's analysis.</summary>
public readonly struct TextAnalyticsWarning
{
    public TextAnalyticsWarningCode WarningCode { get; internal init; }

    public string Message { get; internal init; }
}
