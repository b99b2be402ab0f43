using Campaigns.Channels;

namespace Campaigns.Publishing;

/// <summary>A delivery as callers see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PostId">The post.</param>
/// <param name="Channel">Where it goes.</param>
/// <param name="Account">The account that publishes it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="PublishedAt">When it went out.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Reason">Why it stands where it stands.</param>
/// <param name="Attempts">How often a worker began to publish it.</param>
/// <param name="Task">What to post by hand; null where nothing is.</param>
public sealed record DeliveryAnswer(
    string Id, string PostId, string Channel, string Account, string State, DateTimeOffset DueAt, DateTimeOffset? PublishedAt, Uri? Url, string? Reason, int Attempts,
    ManualTask? Task)
{
    /// <summary>Shows a delivery. While everything is held, what waits shows as held.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="heldSince">Since when everything is held, if it is.</param>
    /// <param name="content">What to post, where a person has to.</param>
    public static DeliveryAnswer Of(Delivery delivery, DateTimeOffset? heldSince, ChannelContent? content = null) => new(
        delivery.Id,
        delivery.PostId.Value,
        delivery.Channel.Name,
        delivery.Account.Value,
        Shown(delivery, heldSince).Name(),
        delivery.DueAt,
        delivery.PublishedAt,
        delivery.Url,
        delivery.State == DeliveryState.Waiting && heldSince is { } since ? $"Everything is held since {since:u}: POST /api/release lets it go out." : delivery.Reason,
        delivery.Attempts,
        content is null ? null : new ManualTask(content.Text, content.Link, content.Media));

    /// <summary>The state that callers see.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="heldSince">Since when everything is held, if it is.</param>
    public static DeliveryState Shown(Delivery delivery, DateTimeOffset? heldSince) =>
        delivery.State == DeliveryState.Waiting && heldSince is not null ? DeliveryState.Held : delivery.State;
}

/// <summary>What a person posts by hand.</summary>
/// <param name="Text">The text to paste.</param>
/// <param name="Link">Where it leads.</param>
/// <param name="Media">Pictures to add.</param>
public sealed record ManualTask(string Text, Uri? Link, IReadOnlyList<MediaItem> Media);
