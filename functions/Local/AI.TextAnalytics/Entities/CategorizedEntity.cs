namespace Azure.AI.TextAnalytics;

/// <summary>A thing that a text names.</summary>
public readonly struct CategorizedEntity
{
    public string Text { get; internal init; }

    public EntityCategory Category { get; internal init; }

    public string SubCategory { get; internal init; }

    public double ConfidenceScore { get; internal init; }

    public int Offset { get; internal init; }

    public int Length { get; internal init; }
}
