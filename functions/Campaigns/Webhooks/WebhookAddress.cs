namespace Campaigns.Webhooks;

/// <summary>Where an outgoing webhook is sent. Of many receivers the address is all that a caller needs, in its path or its query: it rests as secrets do.</summary>
/// <param name="Shown">What anybody may see of it: scheme, host and port.</param>
/// <param name="Wrapped">The whole, wrapped.</param>
public sealed record WebhookAddress(string Shown, byte[] Wrapped);
