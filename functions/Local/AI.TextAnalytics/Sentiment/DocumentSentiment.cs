namespace Azure.AI.TextAnalytics;

/// <summary>How a text feels about what it says, whole and by sentence.</summary>
public class DocumentSentiment
{
    internal DocumentSentiment()
    {
    }

    public TextSentiment Sentiment { get; internal init; }

    public SentimentConfidenceScores ConfidenceScores { get; internal init; }

    public IReadOnlyCollection<SentenceSentiment> Sentences { get; internal init; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; internal init; }
}
