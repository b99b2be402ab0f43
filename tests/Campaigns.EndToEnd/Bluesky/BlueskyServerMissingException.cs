namespace Campaigns.EndToEnd.Bluesky;

/// <summary>The machine has no Bluesky server and cannot install one; tests that need it skip with this message.</summary>
public sealed class BlueskyServerMissingException(string message, Exception? inner = null) : Exception(message, inner);
