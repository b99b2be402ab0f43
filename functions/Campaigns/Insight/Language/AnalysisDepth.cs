namespace Campaigns.Insight.Language;

/// <summary>How far a text is analysed.</summary>
internal enum AnalysisDepth
{
    /// <summary>It is not sent.</summary>
    Nothing,

    /// <summary>Its language and its sentiment.</summary>
    Sentiment,

    /// <summary>Its phrases too.</summary>
    Phrases,
}
