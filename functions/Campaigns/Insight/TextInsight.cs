namespace Campaigns.Insight;

/// <summary>What was found out about one text. It never names whose text it is.</summary>
public sealed record TextInsight
{
    /// <summary>What a text comes to that says nothing: it feels nothing, and that is sure.</summary>
    /// <param name="language">The language that came with it, or null.</param>
    public static TextInsight Silent(string? language) =>
        new() { Status = InsightStatus.Analysed, Sentiment = Insight.Sentiment.Neutral, Confidence = 1, Language = language };

    /// <summary>What a text comes to that the service did not come to.</summary>
    public static TextInsight Unanswered { get; } = new() { Status = InsightStatus.Unanswered };

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
