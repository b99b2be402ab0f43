namespace Campaigns.Insight.Language;

/// <summary>The service did not answer, or not as it should: the batch is delivered again. It carries nothing of what was sent or answered.</summary>
/// <param name="message">What happened.</param>
public sealed class LanguageServiceException(string message) : Exception(message);
