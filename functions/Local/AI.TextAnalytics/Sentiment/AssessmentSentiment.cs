namespace Azure.AI.TextAnalytics;

/// <summary>The words that say what is held of it.</summary>
public readonly struct AssessmentSentiment
{
    public TextSentiment Sentiment { get; internal init; }

    public SentimentConfidenceScores ConfidenceScores { get; internal init; }

    public bool IsNegated { get; internal init; }

    public string Text { get; internal init; }

    public int Offset { get; internal init; }

    public int Length { get; internal init; }
}
