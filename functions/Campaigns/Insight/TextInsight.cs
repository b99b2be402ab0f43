namespace Campaigns.Insight;

/// <summary>What was found out about one text. It never names whose text it is.</summary>
public sealed record TextInsight
{
    /// <summary>What became of the text.</summary>
    public required InsightStatus Status { get; init; }

    /// <summary>What it feels; null unless it was analysed.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>How sure that is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Its language as ISO 639-1; null where it is unknown.</summary>
    public string? Language { get; init; }

    /// <summary>What it speaks of, each phrase once.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];
}
