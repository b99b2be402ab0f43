namespace Campaigns.Insight;

/// <summary>What became of texts, as counts.</summary>
public readonly record struct InsightCounts
{
    /// <summary>Confidence is kept in thousandths, so that sums are exact in any order.</summary>
    private const int ConfidenceUnit = 1000;

    /// <summary>Positive texts.</summary>
    public long Positive { get; init; }

    /// <summary>Neutral texts.</summary>
    public long Neutral { get; init; }

    /// <summary>Negative texts.</summary>
    public long Negative { get; init; }

    /// <summary>Mixed texts.</summary>
    public long Mixed { get; init; }

    /// <summary>Texts in a language that nothing is offered for.</summary>
    public long NotOffered { get; init; }

    /// <summary>Texts that the service refused.</summary>
    public long Failed { get; init; }

    /// <summary>Texts that were not asked for.</summary>
    public long OverBudget { get; init; }

    /// <summary>The sum of the confidences, in thousandths.</summary>
    public long Confidence { get; init; }

    /// <summary>Texts whose sentiment is known.</summary>
    public long Analysed => Positive + Neutral + Negative + Mixed;

    /// <summary>Texts that were looked at, whatever came of it.</summary>
    public long LookedAt => Analysed + NotOffered + Failed + OverBudget;

    /// <summary>How sure the analyser was, on average; null where nothing was analysed.</summary>
    public double? MeanConfidence => Analysed > 0 ? Math.Round((double)Confidence / Analysed / ConfidenceUnit, 3) : null;

    /// <summary>The count of one text.</summary>
    /// <param name="text">What was found out.</param>
    public static InsightCounts Of(TextInsight text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Status switch
        {
            InsightStatus.NotOffered => new InsightCounts { NotOffered = 1 },
            InsightStatus.Failed => new InsightCounts { Failed = 1 },
            InsightStatus.OverBudget => new InsightCounts { OverBudget = 1 },
            InsightStatus.Unanswered => throw new InvalidOperationException("A text that was not answered yet counts as nothing."),
            _ => new InsightCounts
            {
                Positive = text.Sentiment == Sentiment.Positive ? 1 : 0,
                Neutral = text.Sentiment is Sentiment.Neutral or null ? 1 : 0,
                Negative = text.Sentiment == Sentiment.Negative ? 1 : 0,
                Mixed = text.Sentiment == Sentiment.Mixed ? 1 : 0,
                Confidence = (long)Math.Round(Math.Clamp(double.IsNaN(text.Confidence) ? 0 : text.Confidence, 0, 1) * ConfidenceUnit),
            },
        };
    }

    /// <summary>Both together.</summary>
    /// <param name="other">The other.</param>
    public InsightCounts Plus(in InsightCounts other) => new()
    {
        Positive = Positive + other.Positive,
        Neutral = Neutral + other.Neutral,
        Negative = Negative + other.Negative,
        Mixed = Mixed + other.Mixed,
        NotOffered = NotOffered + other.NotOffered,
        Failed = Failed + other.Failed,
        OverBudget = OverBudget + other.OverBudget,
        Confidence = Confidence + other.Confidence,
    };
}
