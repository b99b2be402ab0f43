namespace Campaigns.Webhooks;

/// <summary>What outgoing webhooks can tell of.</summary>
public static class WebhookEvents
{
    /// <summary>A delivery is out.</summary>
    public const string DeliveryPublished = "delivery.published";

    /// <summary>A delivery was refused.</summary>
    public const string DeliveryRefused = "delivery.refused";

    /// <summary>Nobody can tell whether a delivery is out.</summary>
    public const string DeliveryUnknown = "delivery.unknown";

    /// <summary>A delivery became pointless before it could go out.</summary>
    public const string DeliveryExpired = "delivery.expired";

    /// <summary>A delivery waits for a person to publish it by hand.</summary>
    public const string DeliveryManual = "delivery.manual";

    /// <summary>Messages were given up.</summary>
    public const string PoisonWaiting = "poison.waiting";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [DeliveryPublished, DeliveryRefused, DeliveryUnknown, DeliveryExpired, DeliveryManual, PoisonWaiting];
}
