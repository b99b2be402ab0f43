using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>What a new version of a post does to its deliveries.</summary>
internal static class PostChange
{
    /// <summary>
    /// The deliveries to write and to remove; none of those that are there may have gone out. All that stay are written, the unchanged ones too: so the
    /// transaction fails where a worker has claimed one meanwhile.
    /// </summary>
    /// <param name="post">The post as it will be.</param>
    /// <param name="accounts">Where it goes.</param>
    /// <param name="before">Its deliveries as they are.</param>
    public static (IReadOnlyList<Delivery> Write, IReadOnlyList<Delivery> Remove) Of(Post post, IReadOnlyList<CampaignAccount> accounts, IReadOnlyList<Delivery> before)
    {
        var wanted = accounts.Select(account => Delivery.Of(post, account)).ToList();
        return (
            [.. wanted.Select(delivery => Onto(delivery, before.FirstOrDefault(old => old.Id == delivery.Id)))],
            [.. before.Where(old => !wanted.Exists(delivery => delivery.Id == old.Id))]);
    }

    /// <summary>Whether a put says nothing new: the same document, and each of its deliveries is on its way or out.</summary>
    /// <param name="post">The post as it would be.</param>
    /// <param name="accounts">Where it goes.</param>
    /// <param name="stored">The post as it is.</param>
    /// <param name="before">Its deliveries as they are.</param>
    public static bool IsNone(Post post, IReadOnlyList<CampaignAccount> accounts, Post? stored, IReadOnlyList<Delivery> before) =>
        stored?.Document == post.Document
        && before.Count == accounts.Count
        && accounts.Select(account => Delivery.IdOf(post.Id, account)).All(id => before.Any(old =>
            old.Id == id && (old.State.HasGoneOut() || old.State is DeliveryState.Waiting or DeliveryState.Held)));

    /// <summary>Why a post stays as it is.</summary>
    /// <param name="gone">A delivery of it that has gone out.</param>
    public static string WhyNot(Delivery gone) => gone.State switch
    {
        DeliveryState.Published => $"The delivery {gone.Id} is published: what people have read no longer changes here. Put another post.",
        DeliveryState.Manual => $"The delivery {gone.Id} waits to be posted by hand: resolve it first.",
        DeliveryState.Unknown => $"Whether the delivery {gone.Id} is out is unknown: resolve it first.",
        _ => $"The delivery {gone.Id} is being published.",
    };

    /// <summary>A delivery that is there keeps its place: held stays held, and one that had ended begins anew.</summary>
    private static Delivery Onto(Delivery wanted, Delivery? old) =>
        old is null ? wanted : wanted with { State = old.State == DeliveryState.Held ? DeliveryState.Held : DeliveryState.Waiting, ETag = old.ETag };
}
