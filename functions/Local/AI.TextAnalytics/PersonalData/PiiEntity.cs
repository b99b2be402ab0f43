namespace Azure.AI.TextAnalytics;

/// <summary>Personal data in a text.</summary>
public readonly struct PiiEntity
{
    public string Text { get; internal init; }

    public PiiEntityCategory Category { get; internal init; }

    public string SubCategory { get; internal init; }

    public double ConfidenceScore { get; internal init; }

    public int Offset { get; internal init; }

    public int Length { get; internal init; }
}
