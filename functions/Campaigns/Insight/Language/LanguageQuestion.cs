namespace Campaigns.Insight.Language;

/// <summary>One document of a request.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">Its language as the service spells it; null where that is what is asked.</param>
/// <param name="Records">How many text records it is.</param>
internal readonly record struct LanguageQuestion(string Text, string? Language, int Records);
