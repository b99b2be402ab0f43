namespace Campaigns.Webhooks;

/// <summary>A webhook's receiver did not take a message.</summary>
/// <param name="message">Which, and why.</param>
public sealed class WebhookFailedException(string message) : Exception(message);
