using System.Text.Json.Serialization;

namespace Campaigns.Webhooks;

/// <summary>A webhook as managers see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Campaigns">The only campaigns that it is about; empty for all.</param>
public sealed record WebhookAnswer(string Name, IReadOnlyList<string> Campaigns)
{
    /// <summary>Where an outgoing one is sent, without path and query: those may be all that a caller needs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    /// <summary>What an outgoing one tells of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Until when a secret before is good too, the last of them; null where there is none.</summary>
    public DateTimeOffset? FormerSecretUntil { get; init; }

    /// <summary>Its tag, in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("etag")]
    public string? ETag { get; init; }

    /// <summary>How an outgoing one fares, in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WebhookState? State { get; init; }

    /// <summary>Its secret, in the one answer that shows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    /// <summary>What to know about the secret.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Shows a webhook.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="good">Its secrets before that are good still.</param>
    public static WebhookAnswer Of(Webhook webhook, IReadOnlyList<FormerSecret> good)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return new(webhook.Name, webhook.Campaigns)
        {
            Address = webhook.Address?.Shown,
            Events = webhook.Kind == WebhookKind.Outgoing ? webhook.Events : null,
            FormerSecretUntil = good.Max(former => (DateTimeOffset?)former.Until),
        };
    }
}
