namespace Campaigns.Insight.Language;

/// <summary>What the service is asked about a text; each is paid for by itself.</summary>
internal enum LanguageFeature
{
    /// <summary>Its language, where the mention did not say.</summary>
    Language,

    /// <summary>Personal data that the embedded rules do not know.</summary>
    PersonalData,

    /// <summary>What it feels.</summary>
    Sentiment,

    /// <summary>What it speaks of.</summary>
    KeyPhrases,
}
