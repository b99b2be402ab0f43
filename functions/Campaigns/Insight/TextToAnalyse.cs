namespace Campaigns.Insight;

/// <summary>A text that waits for its analysis.</summary>
/// <param name="Text">The text, without personal data and without the campaign's own hashtags; empty where it says nothing else, which feels nothing.</param>
/// <param name="Language">The language that came with it, as ISO 639-1; null where none did.</param>
/// <param name="Key">A random-looking number that a text keeps however often it comes: only for choosing a sample evenly.</param>
public sealed record TextToAnalyse(string Text, string? Language, ulong Key);
