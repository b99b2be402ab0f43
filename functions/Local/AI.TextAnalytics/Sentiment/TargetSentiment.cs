namespace Azure.AI.TextAnalytics;

/// <summary>The thing that an opinion is about.</summary>
public readonly struct TargetSentiment
{
    public TextSentiment Sentiment { get; internal init; }

    public SentimentConfidenceScores ConfidenceScores { get; internal init; }

    public string Text { get; internal init; }

    public int Offset { get; internal init; }

    public int Length { get; internal init; }
}
