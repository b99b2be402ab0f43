using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaigns.Webhooks;

/// <summary>Something to send to one webhook.</summary>
/// <param name="Webhook">The webhook's name.</param>
/// <param name="Generation">Its generation: a message of a removed namesake is dropped.</param>
/// <param name="Id">The <c>webhook-id</c>.</param>
/// <param name="Type">The event.</param>
/// <param name="At">When it happened.</param>
/// <param name="Data">What is told.</param>
public sealed record WebhookMessage(string Webhook, string Generation, string Id, string Type, DateTimeOffset At, IReadOnlyDictionary<string, string?> Data)
{
    /// <summary>How often its receiver asked to wait.</summary>
    public int Waits { get; init; }

    /// <summary>The trace that it belongs to, or null; the receiver is not told of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>An announcement for a webhook.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="announcement">The announcement.</param>
    public static WebhookMessage Of(Webhook webhook, Announcement announcement)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentNullException.ThrowIfNull(announcement);
        return new(webhook.Name, webhook.Generation, announcement.Id, announcement.Event, announcement.At, announcement.Data);
    }

    /// <summary>The message as the queue carries it.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message as the queue carries it.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static WebhookMessage Read(string text) => JsonSerializer.Deserialize<WebhookMessage>(text, JsonSerializerOptions.Web) is { Webhook: not null, Generation: not null, Id: not null, Type: not null, Data: not null } message
        ? message
        : throw new JsonException("The message names no webhook.");

    /// <summary>The body that is sent: the same bytes each time.</summary>
    public byte[] Body() => JsonSerializer.SerializeToUtf8Bytes(new { type = Type, timestamp = At.UtcDateTime, data = Data }, JsonSerializerOptions.Web);
}
