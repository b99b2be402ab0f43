namespace Azure.AI.TextAnalytics;

/// <summary>How one sentence feels about what it says.</summary>
public readonly struct SentenceSentiment
{
    public TextSentiment Sentiment { get; internal init; }

    public string Text { get; internal init; }

    public SentimentConfidenceScores ConfidenceScores { get; internal init; }

    public IReadOnlyCollection<SentenceOpinion> Opinions { get; internal init; }

    public int Offset { get; internal init; }

    public int Length { get; internal init; }
}
