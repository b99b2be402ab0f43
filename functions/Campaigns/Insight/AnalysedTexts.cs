namespace Campaigns.Insight;

/// <summary>What an analyser found out about a batch.</summary>
/// <param name="Texts">One for each text, in their order.</param>
/// <param name="Analyser">Who did it.</param>
/// <param name="Version">Which version of its rules or model.</param>
public sealed record AnalysedTexts(IReadOnlyList<TextInsight> Texts, string Analyser, string Version)
{
    /// <summary>Why some are <see cref="InsightStatus.Unanswered"/>, to be thrown once the others are counted; null where all were answered.</summary>
    public Exception? Trouble { get; init; }
}
