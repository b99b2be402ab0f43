namespace Campaigns.Insight.Language;

/// <summary>One text as it is sent, and what became of it. Texts that are alike to the letter, such as shares, are one document and are paid for once.</summary>
/// <param name="text">The text, without personal data and within the service's limit.</param>
/// <param name="language">The language that came with it; null where it must be found out.</param>
/// <param name="records">How many text records it is.</param>
internal sealed class LanguageDocument(string text, string? language, int records)
{
    public string Text { get; } = text;

    public int Records { get; } = records;

    public bool IsDetected { get; } = language is null;

    /// <summary>The language as the service spells it; null while it is unknown.</summary>
    public string? Language { get; set; } = language;

    public InsightStatus Status { get; set; } = InsightStatus.Analysed;

    /// <summary>Whether everything that was to be asked of it was answered.</summary>
    public bool IsAnswered { get; set; }

    public Sentiment? Sentiment { get; set; }

    public double Confidence { get; set; }

    public IReadOnlyList<string> Phrases { get; set; } = [];

    /// <summary>What it costs to go so far with it.</summary>
    public RecordCounts Cost(AnalysisDepth depth) => depth switch
    {
        AnalysisDepth.Nothing => default,
        // Its language shows in its beginning: of a long text no more than one record is sent for that.
        AnalysisDepth.Sentiment => new(IsDetected ? 1 : 0, 0, Records, 0),
        _ => new(IsDetected ? 1 : 0, Records, Records, Records),
    };
}
