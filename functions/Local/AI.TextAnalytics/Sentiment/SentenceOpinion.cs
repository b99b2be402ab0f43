namespace Azure.AI.TextAnalytics;

/// <summary>What a sentence holds of one thing that it names.</summary>
public readonly struct SentenceOpinion
{
    public TargetSentiment Target { get; internal init; }

    public IReadOnlyCollection<AssessmentSentiment> Assessments { get; internal init; }
}
