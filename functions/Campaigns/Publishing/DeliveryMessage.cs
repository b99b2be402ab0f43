using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaigns.Publishing;

/// <summary>Says that a delivery is due. The ledger alone says what is to be done about it.</summary>
/// <param name="Campaign">The campaign's id.</param>
/// <param name="Generation">The campaign's generation: a message of a removed namesake is dropped.</param>
/// <param name="Delivery">The delivery's id.</param>
public sealed record DeliveryMessage(string Campaign, string Generation, string Delivery)
{
    /// <summary>The trace that it belongs to, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>Where the delivery stands.</summary>
    internal Ledger Ledger => new(Campaign, Generation);

    /// <summary>The message as the queue carries it.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message as the queue carries it.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static DeliveryMessage Read(string text) => JsonSerializer.Deserialize<DeliveryMessage>(text, JsonSerializerOptions.Web) is { Campaign: not null, Generation: not null, Delivery: not null } message
        ? message
        : throw new JsonException("The message names no delivery.");
}
