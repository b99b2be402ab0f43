namespace Campaigns.Insight.Language;

/// <summary>What the service made of one document.</summary>
/// <param name="Status">Analysed, not offered for its language, or failed.</param>
/// <param name="Value">What it found; null unless it was analysed.</param>
internal readonly record struct LanguageOutcome<T>(InsightStatus Status, T? Value)
    where T : class
{
    public static LanguageOutcome<T> Failed { get; } = new(InsightStatus.Failed, null);
}
