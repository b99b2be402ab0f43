using System.Text.Json.Serialization;

namespace Campaigns.Webhooks;

/// <summary>How an outgoing webhook fares.</summary>
/// <param name="LastSuccessAt">When something last arrived.</param>
/// <param name="LastFailureAt">When something last did not.</param>
/// <param name="LastFailure">Why it did not.</param>
/// <param name="OffSince">Since when it is switched off because its receiver said that it is gone; put it again to switch it on.</param>
public sealed record WebhookState(DateTimeOffset? LastSuccessAt, DateTimeOffset? LastFailureAt, string? LastFailure, DateTimeOffset? OffSince)
{
    /// <summary>Of one that nothing was sent to.</summary>
    public static WebhookState New { get; } = new(null, null, null, null);

    /// <summary>Whose it is: of a webhook that was removed, it says nothing about its namesake.</summary>
    [JsonIgnore]
    public string? Generation { get; init; }

    /// <summary>Which address said that it is gone; another one did not.</summary>
    [JsonIgnore]
    public string? OffAt { get; init; }

    internal WebhookState? For(Webhook webhook) =>
        Generation != webhook.Generation ? null
        : OffAt == webhook.Place ? this
        : this with { OffSince = null };
}
