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

    /// <summary>Which address gave no answer when it was last called; none where it gave one.</summary>
    [JsonIgnore]
    public string? AwayAt { get; init; }

    /// <summary>Until when a webhook's receiver is taken to be away, since it just gave no answer; null where it is called.</summary>
    internal DateTimeOffset? AwayUntil(Webhook webhook) => AwayAt == webhook.Place ? LastFailureAt + WebhookSender.Respite : null;

    internal WebhookState? For(Webhook webhook) =>
        Generation != webhook.Generation ? null
        : OffAt == webhook.Place ? this
        : this with { OffSince = null };
}
