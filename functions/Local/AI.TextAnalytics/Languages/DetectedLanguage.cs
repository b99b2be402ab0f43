namespace Azure.AI.TextAnalytics;

/// <summary>The language that a text is most likely in.</summary>
public readonly struct DetectedLanguage
{
    public string Name { get; internal init; }

    public string Iso6391Name { get; internal init; }

    public double ConfidenceScore { get; internal init; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; internal init; }
}
