using Azure;

namespace Campaigns.Publishing;

/// <summary>That a delivery is due at a time, as the due index has it.</summary>
/// <param name="Ledger">Where the delivery stands.</param>
/// <param name="Delivery">The delivery's id.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="WrittenAt">When this was written.</param>
/// <param name="ETag">Storage's tag.</param>
public sealed record Due(Ledger Ledger, string Delivery, DateTimeOffset DueAt, DateTimeOffset WrittenAt, ETag ETag)
{
    /// <summary>The trace of whoever made it due, or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Whether the ledger says the same.</summary>
    /// <param name="delivery">The delivery as the ledger has it; null where it has none.</param>
    public bool Holds(Delivery? delivery) => delivery is { State: DeliveryState.Waiting } && delivery.DueAt == DueAt;
}
