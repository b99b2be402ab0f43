namespace Azure.AI.TextAnalytics;

/// <summary>How sure the analysis is of each feeling, from 0 to 1.</summary>
public class SentimentConfidenceScores
{
    internal SentimentConfidenceScores()
    {
    }

    public double Positive { get; internal init; }

    public double Neutral { get; internal init; }

    public double Negative { get; internal init; }
}
