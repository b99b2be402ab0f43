namespace Campaigns.Webhooks;

/// <summary>Which way a webhook goes.</summary>
public enum WebhookKind
{
    /// <summary>Somebody's system reports to the engine.</summary>
    Incoming,

    /// <summary>The engine reports to somebody's system.</summary>
    Outgoing,
}
